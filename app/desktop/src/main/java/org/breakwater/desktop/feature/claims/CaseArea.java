package org.breakwater.desktop.feature.claims;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import org.breakwater.core.acting.Person;
import org.breakwater.core.compose.Draft;
import org.breakwater.core.compose.Template;
import org.breakwater.core.compose.WrittenCall;
import org.breakwater.core.governor.CaseCalls;
import org.breakwater.core.governor.JurorOnChain;
import org.breakwater.core.protocol.BallotChoice;
import org.breakwater.core.protocol.CaseOutcome;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.value.Bytes;
import org.breakwater.desktop.feature.claims.CaseBar.Offer;
import org.breakwater.desktop.feature.claims.CaseVoteViewModel.Deposit;
import org.breakwater.desktop.feature.claims.CaseVoteViewModel.Matter;
import org.breakwater.desktop.feature.claims.CaseVoteViewModel.Running;
import org.breakwater.desktop.feature.claims.CaseVoteViewModel.Standing;
import org.breakwater.desktop.fx.Attempt;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Choices;
import org.breakwater.desktop.kit.DeadlineChip;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.place.ActArea;
import org.breakwater.desktop.place.PayerChoice;
import org.breakwater.desktop.place.Surroundings;

/// Under a claim or an incident: what whoever acts can do about it, and the forms for that.
final class CaseArea {

    private final Surroundings around;
    private final CaseVoteViewModel model;

    CaseArea(Surroundings around, CaseVoteViewModel model) {
        this.around = around;
        this.model = model;
    }

    Node root() {
        return new ActArea(around, model.act(), this::form, model.standing().map(now -> now.flatMap(this::bar)));
    }

    private Node form(String form) {
        return switch (form) {
            case CaseVoteViewModel.VOTE -> vote();
            case CaseVoteViewModel.EVIDENCE -> evidence();
            case CaseVoteViewModel.APPEAL -> appeal();
            case CaseVoteViewModel.CHALLENGE -> challenge();
            default -> throw new IllegalArgumentException(form);
        };
    }

    // ── bar ────────────────────────────────────────────────────────────────────────────────────────────────────

    private Optional<Node> bar(Standing standing) {
        var bar = CaseBar.of(standing);
        var isOver = standing.matter()
                .running()
                .filter(running -> running.view().outcome() == CaseOutcome.OPEN)
                .isEmpty();
        if (isOver && bar.offers().isEmpty()) {
            return Optional.empty();
        }
        var weight = Words.name(bar.weight());
        weight.setId("case-weight");
        var row = Boxes.row(12, weight);
        if (!bar.interest().isEmpty()) {
            var interest = Tone.WARNING.on(Words.secondary(bar.interest()));
            interest.setGraphic(Icon.ALERT.at(Icon.Size.TAG, Tone.WARNING));
            interest.setId("case-interest");
            row.getChildren().add(interest);
        }
        if (!bar.ballot().isEmpty()) {
            row.getChildren().add(ballot(standing, bar.ballot()));
        }
        if (standing.disagrees()) {
            row.getChildren()
                    .add(Tone.DANGER.on(Words.name("The tribunal counts this case otherwise than this program")));
        }
        row.getChildren().add(Boxes.spacer());
        if (!bar.missing().isEmpty()) {
            row.getChildren().add(Words.secondary(bar.missing()));
        }
        row.getChildren().addAll(buttons(standing, bar.offers()));
        return Optional.of(row);
    }

    /// What they said, with the reason's text as a file where it was written here: the chain keeps its hash alone.
    private Node ballot(Standing standing, String words) {
        var said = Words.secondary(words);
        said.setId("case-ballot");
        var row = Boxes.row(8, said);
        standing.juror()
                .flatMap(JurorOnChain::ballot)
                .flatMap(cast -> model.written(cast.reason()))
                .ifPresent(text -> row.getChildren().add(new Link("Save the reason…", () -> save(standing, text))));
        return row;
    }

    private void save(Standing standing, String text) {
        var caseId = standing.matter().running().map(Running::caseId).orElse(0L);
        around.saving().save("case-" + caseId + "-reason.md", () -> text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Node> buttons(Standing standing, List<Offer> offers) {
        var buttons = new ArrayList<Node>();
        for (int i = offers.size() - 1; i >= 0; i--) {
            var offer = offers.get(i);
            Runnable act = () -> act(offer);
            var isMain = i == 0 && offer != Offer.EVIDENCE && offer != Offer.AS_CLAIMANT;
            var words = words(standing, offer);
            var button = isMain ? Buttons.primary(words, act) : Buttons.plain(words, act);
            button.setAccessibleText(words); // named before it is drawn for the first time
            button.setId("offer-" + offer.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            buttons.add(button);
        }
        return buttons;
    }

    private String words(Standing standing, Offer offer) {
        var caseName = standing.matter()
                .running()
                .map(running -> "case " + running.caseId())
                .orElse("");
        return switch (offer) {
            case VOTE -> "Vote in " + caseName + "…";
            case CHANGE -> "Change your ballot in " + caseName + "…";
            case COUNT -> "Count " + caseName + "…";
            case EVIDENCE -> "File evidence…";
            case APPEAL -> "Appeal " + standing.matter().name() + "…";
            case AS_CLAIMANT ->
                "Act as " + standing.claimant().map(Person::name).orElse("the claimant");
            case CHALLENGE -> "Challenge " + standing.matter().name() + "…";
            case STRIKE ->
                "Strike the ballot of "
                        + around.name(standing.matter().strikable().getFirst()) + "…";
            case COUNCIL ->
                standing.matter()
                        .council()
                        .filter(call -> call.template() == Template.FLAG_FRAUD)
                        .map(_ -> "Flag as fraud, for the council…")
                        .orElse("Decide, for the council…");
        };
    }

    private void act(Offer offer) {
        switch (offer) {
            case VOTE, CHANGE -> model.act().write(CaseVoteViewModel.VOTE);
            case COUNT -> model.count();
            case EVIDENCE -> model.act().write(CaseVoteViewModel.EVIDENCE);
            case APPEAL -> model.act().write(CaseVoteViewModel.APPEAL);
            case AS_CLAIMANT -> model.actAsClaimant();
            case CHALLENGE -> model.act().write(CaseVoteViewModel.CHALLENGE);
            case STRIKE ->
                model.standing().get().map(Standing::matter).map(Matter::strikable).stream()
                        .flatMap(List::stream)
                        .findFirst()
                        .ifPresent(model::strike);
            case COUNCIL ->
                model.standing()
                        .get()
                        .flatMap(standing -> standing.matter().council())
                        .ifPresent(this::writeForTheCouncil);
        }
    }

    /// The council decides with its Safe: its call is begun as a draft, for its owners to review and sign.
    private void writeForTheCouncil(WrittenCall call) {
        var composing = around.composing();
        around.deployment()
                .account("council")
                .ifPresent(council -> around.background()
                        .run(
                                "Writing a draft",
                                () -> Attempt.of(() -> {
                                    var draft = new Draft(
                                            composing.drafts().next(),
                                            BigInteger.valueOf(
                                                    around.deployment().chain().number()),
                                            council,
                                            Optional.empty(),
                                            List.of(call),
                                            composing.clock().instant(),
                                            Optional.empty());
                                    composing.drafts().keep(draft);
                                    return draft;
                                }),
                                written -> written.then(
                                        draft -> around.router()
                                                .go(new Place.Composition(
                                                        Optional.of(draft.safe()), Optional.of(draft.id()))),
                                        model.act()::refuse)));
    }

    // ── forms ──────────────────────────────────────────────────────────────────────────────────────────────────

    private Node vote() {
        var choices = Choices.segments(
                "Your ballot",
                List.of(
                        new Choices.Choice<>(BallotChoice.PAY, "Pay"),
                        new Choices.Choice<>(BallotChoice.PAY_PARTIAL, "Pay a part"),
                        new Choices.Choice<>(BallotChoice.DENY, "Deny"),
                        new Choices.Choice<>(BallotChoice.ABSTAIN, "Abstain")),
                model.choice().get(),
                model.choice()::set);
        choices.setId("case-choice");
        var percent = field("case-percent", "Percent of what was asked for", model.percent());
        percent.setPrefColumnCount(3);
        var unit = Words.secondary("% of what was asked for");
        var means = Words.secondary("");
        Shown.following(means, model.choice(), says -> {
            var isPart = says == BallotChoice.PAY_PARTIAL;
            percent.setVisible(isPart);
            percent.setManaged(isPart);
            unit.setVisible(isPart);
            unit.setManaged(isPart);
            means.setText(meaning(says));
        });
        var clause = field("case-clause", "Clause of the wording that it rests on", model.clause());
        clause.setPrefColumnCount(20);
        var read = Buttons.primary("Read back what is sent…", model::readBack);
        read.setId("case-read-back");
        return new VBox(
                10,
                heading(),
                Boxes.row(12, choices, percent, unit, means),
                Boxes.row(8, Words.secondary("Clause it rests on"), clause, hidden()),
                area("case-reason", "Reason", "Why, by the evidence and the wording", model.words()),
                new PayerChoice(around.acting(), model.payer()),
                Boxes.row(8, read, Buttons.plain("Cancel", model.act()::cancel)));
    }

    private Node heading() {
        var row = Boxes.row(12);
        model.standing().get().flatMap(now -> now.matter().running()).ifPresent(running -> {
            var closes = Instant.ofEpochSecond(running.view().closes());
            ObservableValue<Duration> left = around.now().map(time -> Duration.between(time, closes));
            row.getChildren()
                    .addAll(
                            Words.strong("Vote in case " + running.caseId()),
                            Words.secondary("can be changed until "
                                    + around.times().getValue().full(closes)),
                            new DeadlineChip(left));
        });
        return row;
    }

    private static Node hidden() {
        var words = Words.secondary("How others voted is hidden here until your own ballot is counted.");
        words.setGraphic(Icon.HIDDEN.at(Icon.Size.TAG, Tone.MUTED));
        return words;
    }

    private static String meaning(BallotChoice says) {
        return switch (says) {
            case PAY -> "All that was asked for";
            case PAY_PARTIAL -> "The weighted middle of all that pay decides how much";
            case DENY -> "Nothing is paid";
            case ABSTAIN -> "Is seen, and does not count for the quorum";
            case NONE -> "";
        };
    }

    private static TextField field(String id, String name, StringProperty value) {
        var field = new TextField(value.get());
        bind(field, id, name, value);
        return field;
    }

    private static void bind(TextInputControl field, String id, String name, StringProperty value) {
        field.setId(id);
        field.setAccessibleText(name);
        field.textProperty().subscribe(value::set);
    }

    private static TextArea area(String id, String name, String prompt, StringProperty value) {
        var area = new TextArea(value.get());
        area.setPrefRowCount(2);
        area.setWrapText(true);
        area.setPromptText(prompt);
        bind(area, id, name, value);
        return area;
    }

    private Node evidence() {
        var address = new TextField();
        address.setId("evidence-address");
        address.setAccessibleText("Where it can be asked for");
        address.setPromptText("ipfs://… or https://…, at most " + CaseCalls.MOST_ADDRESS + " bytes");
        address.setPrefColumnCount(40);
        return filing(
                "File evidence",
                "Its Keccak-256 goes on the chain and stays there; what it says is served by whoever has it. What comes"
                        + " after the evidence period is marked late and counts as late. A party may file, the council,"
                        + " and whoever holds as much of the pool as a claim's deposit.",
                evidenceRows(address),
                content -> model.file(content, address.getText()));
    }

    /// Where the claimant can act on this machine, they are a press away: they may always file.
    private List<Node> evidenceRows(TextField address) {
        var rows = new ArrayList<Node>();
        rows.add(Boxes.row(8, Words.secondary("Where it is"), address));
        var acts = model.act().person().get().map(Person::address);
        model.standing()
                .get()
                .flatMap(Standing::claimant)
                .filter(claimant -> !acts.equals(Optional.of(claimant.address())))
                .ifPresent(claimant -> {
                    var link = new Link("Act as " + claimant.name() + ", who claims", model::actAsClaimant);
                    link.setId("evidence-as-claimant");
                    rows.add(link);
                });
        return rows;
    }

    private Node appeal() {
        return filing(
                "Appeal the denial",
                "Once, with something new, within the cool-down. The contract takes three times the deposit, and keeps"
                        + " it where the appeal fails.",
                deposit(Matter::appeal),
                model::appeal);
    }

    private Node challenge() {
        return filing(
                "Challenge the incident",
                "Once, within its window: people decide then. The contract takes a bond, and keeps it where the"
                        + " incident is accepted all the same.",
                deposit(Matter::challenge),
                model::challenge);
    }

    /// Letting the contract take it is an act of its own, before.
    private List<Node> deposit(Function<Matter, Optional<Deposit>> which) {
        return model.standing().get().map(Standing::matter).flatMap(which).stream()
                .<Node>map(deposit -> {
                    var amount = Numbers.amountWithUnit(SettlementAsset.amount(deposit.units()), Rounding.DUE);
                    var allow = Buttons.small(Buttons.plain("Let it take " + amount + "…", model::allow));
                    allow.setId("deposit-allow");
                    return Boxes.row(8, Words.secondary("It takes " + amount + ". First"), allow);
                })
                .toList();
    }

    private Node filing(String title, String words, List<? extends Node> more, Consumer<Bytes> file) {
        var text = new TextArea();
        text.setId("evidence-text");
        text.setAccessibleText("Text");
        text.setPromptText("The text, to the character");
        text.setPrefRowCount(3);
        text.setWrapText(true);
        var taken = new TakenFile(around, text);
        var read = Buttons.primary(
                "Read back what is sent…",
                () -> file.accept(taken.content().orElseGet(() -> Bytes.ofText(text.getText()))));
        read.setId("evidence-read-back");
        var form = new VBox(8, Words.strong(title), Words.wrapped(Words.secondary(words)), text, taken);
        form.getChildren().addAll(more);
        form.getChildren().add(Boxes.row(8, read, taken.button(), Buttons.plain("Cancel", model.act()::cancel)));
        return form;
    }
}
