package org.breakwater.desktop.feature.settings;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.review.check.CheckId;
import org.breakwater.core.review.policy.AllowedCode;
import org.breakwater.core.review.policy.AllowedRefund;
import org.breakwater.core.review.policy.ChangePolicy;
import org.breakwater.core.review.policy.PersonalPolicy;
import org.breakwater.core.review.policy.PolicyChange;
import org.breakwater.core.review.request.PolicyStanding;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.feature.settings.PolicyViewModel.Editing;
import org.breakwater.desktop.feature.settings.PolicyViewModel.Read;
import org.breakwater.desktop.kit.Banner;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Card;
import org.breakwater.desktop.kit.Field;
import org.breakwater.desktop.kit.Field.Hint;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.Redrawn;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Tag;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.place.Surroundings;

/// What the person's policy says: what they allow beyond what everybody may, whom they deny, where they want a second
/// person, and how it came to say that.
final class PolicyPart {

    private static final int SHOWN_CHANGES = 20;

    private final Surroundings around;
    private final PolicyViewModel model;

    PolicyPart(Surroundings around, PolicyViewModel model) {
        this.around = around;
        this.model = model;
    }

    /// What it is drawn from.
    private record Drawn(Optional<Read> read, Optional<Problem> unread, Editing editing) {}

    Region root() {
        var drawn = model.policy()
                .flatMap(read -> model.unread()
                        .flatMap(unread -> model.editing().map(editing -> new Drawn(read, unread, editing))));
        return new VBox(
                Boxes.padded(new VBox(SignersPart.outcome(model.result(), "policy-outcome")), 0, 0, 2, 0),
                new Redrawn<>(drawn, this::draw));
    }

    private Node draw(Drawn drawn) {
        if (drawn.unread().isPresent()) {
            var problem = drawn.unread().get();
            return new Banner(
                    Severity.BLOCK,
                    Icon.PROBLEM,
                    problem.happened(),
                    (problem.meaning() + " " + problem.remedy()).strip());
        }
        return drawn.read().<Node>map(read -> cards(read, drawn.editing())).orElseGet(VBox::new);
    }

    private Node cards(Read read, Editing editing) {
        return new VBox(
                12,
                standing(read.policy(), editing),
                code(read, editing),
                refunds(read, editing),
                denied(read, editing),
                secondPerson(read, editing),
                changes(read.policy()));
    }

    private Card standing(PersonalPolicy policy, Editing editing) {
        var words = Words.wrapped(Words.body(words(policy.standing())));
        words.setId("policy-standing");
        var good = !(policy.standing() instanceof PolicyStanding.Changed);
        var tone = good ? Tone.SUCCESS : Tone.DANGER;
        tone.on(words).setGraphic((good ? Icon.PASSED : Icon.STOP).at(Icon.Size.TAG, tone));
        var content = new VBox(
                8,
                words,
                Words.wrapped(Words.secondary("What everybody may use comes with the program: the published Safe"
                        + " contracts, by the hash of their code. The rest is kept in " + model.where() + ".")));
        if (!good) {
            content.getChildren().add(editing instanceof Editing.TakingOver ? takingOver() : takeOver());
        }
        return Card.of("Review policy", content, Words.secondary("what loosens counts a day later"));
    }

    private static String words(PolicyStanding standing) {
        return switch (standing) {
            case PolicyStanding.None _ -> "You have written nothing down: what everybody may do holds.";
            case PolicyStanding.Recorded(var changes, var last) ->
                "It is as this program recorded it: " + Numbers.count(changes)
                        + (changes == 1 ? " change, on " : " changes, the last on ") + Times.date(last) + ", "
                        + Times.time(last) + ".";
            case PolicyStanding.Changed(var why) ->
                "Something else than this program changed it. " + why
                        + " Nothing can be signed until you have looked at it.";
        };
    }

    private Node takeOver() {
        return link("policy-adopt", "Take over what it says…", new Editing.TakingOver());
    }

    private Node takingOver() {
        var typed = field("Type: " + ChangePolicy.ADOPT, "policy-adopt-phrase");
        var act = Buttons.danger(
                Icon.PEN, "Take it over", () -> model.takeOver(typed.input().getText()));
        act.setId("policy-adopt-write");
        return form(
                "Everything below becomes your policy. What it allows begins to wait now, whatever it says.",
                List.of(typed),
                act);
    }

    private Card code(Read read, Editing editing) {
        var rows = new VBox();
        read.policy().code().forEach(allowed -> rows.getChildren().add(row(read, allowed)));
        if (read.policy().code().isEmpty()) {
            rows.getChildren().add(nothing("None: whatever is not published stays blocked."));
        }
        if (editing instanceof Editing.Allowing) {
            rows.getChildren().add(allowing());
        }
        return Card.flush(
                "Code that may act for the Safe", rows, link("policy-allow", "Allow code…", new Editing.Allowing()));
    }

    private Node row(Read read, AllowedCode allowed) {
        var take = new Link("Take back", () -> model.forbid(allowed.contract()));
        take.setId("policy-code-" + allowed.contract() + "-remove");
        return row(
                Icon.CODE,
                Boxes.row(8, around.chip(allowed.contract())),
                "“" + allowed.why() + "”, written on " + Times.dateAndTime(allowed.since()),
                waiting(allowed.from(), allowed.counts(read.now()), read.now()),
                take);
    }

    private Node allowing() {
        var contract = field("Address of the contract", "policy-contract");
        var why = field("Who reviewed it, and where that is written", "policy-why");
        var typed = phrase(contract, ChangePolicy::phrase, "policy-phrase");
        var act = Buttons.danger(
                Icon.PEN,
                "Write into my policy",
                () -> model.allow(
                        contract.input().getText(),
                        typed.input().getText(),
                        why.input().getText()));
        act.setId("policy-write");
        return form(
                "It may then run as the Safe, or be its module, guard or handler, with the code that is there now.",
                List.of(contract, why, typed),
                act);
    }

    private Card refunds(Read read, Editing editing) {
        var rows = new VBox();
        read.policy().refunds().forEach(allowed -> rows.getChildren().add(row(read, allowed)));
        if (read.policy().refunds().isEmpty()) {
            rows.getChildren().add(nothing("None: a transaction that refunds its executor stays blocked."));
        }
        if (editing instanceof Editing.Refunding) {
            rows.getChildren().add(refunding());
        }
        return Card.flush("Refunds for gas", rows, link("policy-refund", "Allow a refund…", new Editing.Refunding()));
    }

    private Node row(Read read, AllowedRefund allowed) {
        var take = new Link("Take back", () -> model.forbidRefund(allowed.receiver(), allowed.token()));
        take.setId("policy-refund-" + allowed.receiver() + "-remove");
        var most = Words.body("at most " + Numbers.count(allowed.most()) + " units of");
        most.setMinWidth(Region.USE_PREF_SIZE);
        var token = allowed.token().isZero() ? Words.body("the network's own money") : around.chip(allowed.token());
        return row(
                Icon.MONEY,
                new VBox(2, around.chip(allowed.receiver()), Boxes.row(6, most, token)),
                "“" + allowed.why() + "”, written on " + Times.dateAndTime(allowed.since()),
                waiting(allowed.from(), allowed.counts(read.now()), read.now()),
                take);
    }

    private Node refunding() {
        var receiver = field("Receiver", "policy-receiver");
        var token = field("Token, empty for the network's own money", "policy-token");
        var most = field("At most, in its smallest units", "policy-most");
        var why = field("Who it is, and what they do for it", "policy-why");
        var typed = phrase(receiver, ChangePolicy::refundPhrase, "policy-phrase");
        var act = Buttons.danger(
                Icon.PEN,
                "Write into my policy",
                () -> model.allowRefund(
                        receiver.input().getText(),
                        token.input().getText(),
                        most.input().getText(),
                        typed.input().getText(),
                        why.input().getText()));
        act.setId("policy-write");
        return form(
                "A transaction that refunds this receiver no more than this holds instead of being blocked.",
                List.of(receiver, token, most, why, typed),
                act);
    }

    private Card denied(Read read, Editing editing) {
        var rows = new VBox();
        read.policy().denied().stream()
                .sorted()
                .forEach(account -> rows.getChildren().add(denied(account, read, editing)));
        if (read.policy().denied().isEmpty()) {
            rows.getChildren().add(nothing("Nobody."));
        }
        if (editing instanceof Editing.Denying) {
            var account = field("Address", "policy-account");
            var act = Buttons.plain("Deny", () -> model.deny(account.input().getText()));
            act.setId("policy-write");
            rows.getChildren().add(form("A transaction that names it is held, from now on.", List.of(account), act));
        }
        return Card.flush("Denied accounts", rows, link("policy-deny", "Deny an account…", new Editing.Denying()));
    }

    private Node denied(Address account, Read read, Editing editing) {
        var row = ending(
                Icon.PROHIBITED,
                around.chip(account),
                Optional.ofNullable(read.policy().pardons().get(account)),
                read.now(),
                link("policy-pardon-" + account, "Let go…", new Editing.Pardoning(account)));
        if (editing.equals(new Editing.Pardoning(account))) {
            return new VBox(
                    row,
                    taking(
                            ChangePolicy.pardonPhrase(account),
                            "It stays denied for a day.",
                            "Let it go",
                            typed -> model.pardon(account, typed)));
        }
        return row;
    }

    private Card secondPerson(Read read, Editing editing) {
        var rows = new VBox();
        read.policy().secondPerson().stream()
                .sorted()
                .forEach(check -> rows.getChildren().add(secondPerson(check, read, editing)));
        if (read.policy().secondPerson().isEmpty()) {
            rows.getChildren().add(nothing("For no check: a typed phrase settles what holds."));
        }
        if (editing instanceof Editing.AskingSecondPerson) {
            var check = field("Check, such as FW18", "policy-check");
            var act = Buttons.plain(
                    "Want a second person",
                    () -> model.askSecondPerson(check.input().getText()));
            act.setId("policy-write");
            rows.getChildren()
                    .add(form(
                            "Where it holds, another owner must have signed before you can, from now on.",
                            List.of(check),
                            act));
        }
        return Card.flush(
                "Checks that want a second person",
                rows,
                link("policy-second", "Add a check…", new Editing.AskingSecondPerson()));
    }

    private Node secondPerson(CheckId check, Read read, Editing editing) {
        var row = ending(
                Icon.COUNCIL,
                Words.body(check + ", " + check.title()),
                Optional.ofNullable(read.policy().waivers().get(check)),
                read.now(),
                link("policy-waive-" + check, "Give up…", new Editing.Waiving(check)));
        if (editing.equals(new Editing.Waiving(check))) {
            return new VBox(
                    row,
                    taking(
                            ChangePolicy.waivePhrase(check),
                            "A second person is wanted for another day.",
                            "Give it up",
                            typed -> model.waiveSecondPerson(check, typed)));
        }
        return row;
    }

    /// Something that counts, until it is taken back and a day is over.
    private static Node ending(Icon icon, Node what, Optional<Instant> since, Instant now, Node act) {
        var ends = since.map(from -> from.plus(AllowedCode.COOL_DOWN));
        var tag = ends.<Node>map(until ->
                        new Tag(Tag.Look.ACCENT, Icon.CLOCK, "Ends in " + Times.duration(Duration.between(now, until))))
                .orElseGet(() -> new Tag(Tag.Look.NEUTRAL, Icon.PASSED, "Counts"));
        var row = Boxes.row(12, icon.at(Icon.Size.ROW, Tone.MUTED), Boxes.growing(Boxes.row(0, what)), tag);
        if (ends.isEmpty()) {
            row.getChildren().add(act);
        }
        return Boxes.styled(row, "setting");
    }

    private Node taking(String phrase, String consequence, String words, Consumer<String> take) {
        var typed = field("Type: " + phrase, "policy-phrase");
        var act =
                Buttons.danger(Icon.PEN, words, () -> take.accept(typed.input().getText()));
        act.setId("policy-write");
        return form(consequence, List.of(typed), act);
    }

    private Card changes(PersonalPolicy policy) {
        var rows = new VBox();
        var changes = policy.history().changes().reversed();
        changes.stream()
                .limit(SHOWN_CHANGES)
                .forEach(change -> rows.getChildren().add(row(change)));
        if (changes.isEmpty()) {
            rows.getChildren().add(nothing("None."));
        } else if (changes.size() > SHOWN_CHANGES) {
            rows.getChildren()
                    .add(nothing(Numbers.count(changes.size() - SHOWN_CHANGES) + " earlier ones are in the file."));
        }
        return Card.flush("Recorded changes", rows, Words.secondary("each linked to the one before"));
    }

    private static Node row(PolicyChange change) {
        var what = Words.wrapped(Words.body(change.what()));
        what.setMinWidth(0);
        var at = Words.secondary(Times.dateAndTime(change.at()));
        at.setMinWidth(Region.USE_PREF_SIZE);
        return Boxes.styled(Boxes.row(12, Boxes.growing(Boxes.row(0, what)), at), "setting", "endpoint-row");
    }

    private static Tag waiting(Instant from, boolean counts, Instant now) {
        return counts
                ? new Tag(Tag.Look.NEUTRAL, Icon.PASSED, "Counts")
                : new Tag(Tag.Look.ACCENT, Icon.CLOCK, "Counts in " + Times.duration(Duration.between(now, from)));
    }

    private static Node row(Icon icon, Node what, String words, Node tag, Node act) {
        var text = words.isEmpty() ? new VBox(what) : new VBox(2, what, Words.wrapped(Words.secondary(words)));
        text.setAlignment(Pos.CENTER_LEFT);
        text.setMinWidth(0);
        return Boxes.styled(
                Boxes.row(12, icon.at(Icon.Size.ROW, Tone.MUTED), Boxes.growing(text), tag, act),
                "setting",
                "endpoint-row");
    }

    private static Node nothing(String words) {
        return Boxes.styled(Boxes.row(8, Words.wrapped(Words.secondary(words))), "setting");
    }

    private Link link(String id, String words, Editing editing) {
        var link = new Link(words, () -> model.edit(editing));
        link.setId(id);
        return link;
    }

    private static Field field(String label, String id) {
        var field = new Field(label, "", new ReadOnlyObjectWrapper<>(Optional.<Hint>empty()));
        field.input().setId(id);
        return field;
    }

    /// What is to be typed names what stands in another field.
    private static Field phrase(Field named, Function<Address, String> phrase, String id) {
        var hint = named.input().textProperty().map(text -> Optional.of(Hint.limits(wanted(text, phrase))));
        var field = new Field("The phrase", "", hint);
        field.input().setId(id);
        return field;
    }

    private static String wanted(String text, Function<Address, String> phrase) {
        try {
            return "Type: " + phrase.apply(Address.parse(text.strip()));
        } catch (IllegalArgumentException notYet) {
            return "It is shown once the address is whole.";
        }
    }

    private Node form(String consequence, List<Field> fields, Button act) {
        Shown.following(act, model.busy(), act::setDisable);
        var cancel = Buttons.plain("Cancel", () -> model.edit(new Editing.Nothing()));
        var form = new VBox(10, Words.wrapped(Words.body(consequence)));
        form.getChildren().addAll(fields);
        form.getChildren().add(new HBox(8, act, cancel));
        return Boxes.padded(form, 12, 14, 14, 14);
    }
}
