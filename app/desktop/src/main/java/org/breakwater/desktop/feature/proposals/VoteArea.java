package org.breakwater.desktop.feature.proposals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.breakwater.core.acting.Person;
import org.breakwater.core.governor.Support;
import org.breakwater.core.projection.view.ProposalView;
import org.breakwater.desktop.feature.proposals.VoteBar.Offer;
import org.breakwater.desktop.feature.proposals.VoteViewModel.Standing;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Choices;
import org.breakwater.desktop.kit.DeadlineChip;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.place.ActArea;
import org.breakwater.desktop.place.OfferButtons;
import org.breakwater.desktop.place.PayerChoice;
import org.breakwater.desktop.place.Surroundings;

/// Under a proposal: what whoever acts can do with it, and the forms for that.
final class VoteArea {

    private final Surroundings around;
    private final VoteViewModel model;

    VoteArea(Surroundings around, VoteViewModel model) {
        this.around = around;
        this.model = model;
    }

    Node root() {
        return ActArea.of(around, model.act(), this::form, model.standing(), this::bar);
    }

    private Node form(String form) {
        return switch (form) {
            case VoteViewModel.VOTE -> vote();
            case VoteViewModel.DELEGATE -> delegation();
            default -> throw new IllegalArgumentException(form);
        };
    }

    private Optional<Node> bar(Standing standing) {
        var proposal = proposal(standing);
        if (proposal.isEmpty() || !VoteBar.concerns(standing.proposal().state())) {
            return Optional.empty();
        }
        var created = proposal.get().proposal().created();
        var choice = standing.person()
                .flatMap(person -> ProposalsPage.known(around)
                        .flatMap(known -> known.view().governance().vote(created.proposalId(), person.address())))
                .map(vote -> VoteViewModel.word(Support.of(vote.support())));
        var bar = VoteBar.of(
                standing,
                choice,
                created.proposer(),
                around.acting().actions().dao().read().dao());
        return Optional.of(row(standing, bar));
    }

    private Optional<ProposalView> proposal(Standing standing) {
        return ProposalsPage.known(around).stream()
                .flatMap(known -> known.view().governance().proposals().stream())
                .filter(view -> view.proposal()
                        .created()
                        .proposalId()
                        .equals(standing.looked().id()))
                .findFirst();
    }

    private Node row(Standing standing, VoteBar bar) {
        var power = Words.name(bar.power());
        power.setId("vote-power");
        var vote = Words.secondary(bar.vote());
        vote.setId("vote-cast");
        var row = Boxes.row(12, power, vote, Boxes.spacer());
        if (!bar.wrong().isEmpty()) {
            row.getChildren().add(Tone.DANGER.on(Words.name(bar.wrong())));
        }
        if (!bar.missing().isEmpty()) {
            var missing = Words.secondary(bar.missing());
            missing.setId("vote-missing");
            row.getChildren().add(missing);
        }
        row.getChildren()
                .addAll(OfferButtons.of(
                        bar.offers(), offer -> offer.words(standing.looked().name()), _ -> true, this::act));
        return row;
    }

    private void act(Offer offer) {
        switch (offer) {
            case VOTE -> model.act().write(VoteViewModel.VOTE);
            case DELEGATE -> model.act().write(VoteViewModel.DELEGATE);
            case QUEUE -> model.queue();
            case EXECUTE -> model.execute();
            case TAKE_BACK -> model.takeBack();
            case AGAIN -> model.again(draft -> around.router().go(new Place.NewProposal(Optional.of(draft))));
        }
    }

    private Node vote() {
        var standing = model.standing().get();
        var title = Words.strong(
                "Vote on " + standing.map(now -> now.looked().name()).orElse("the proposal"));
        var heading = Boxes.row(12, title);
        standing.ifPresent(now -> {
            var closes = Instant.ofEpochSecond(now.proposal().deadline());
            ObservableValue<Duration> left = around.now().map(time -> Duration.between(time, closes));
            heading.getChildren()
                    .addAll(
                            Words.secondary(
                                    "closes " + around.times().getValue().full(closes)),
                            new DeadlineChip(left));
        });
        heading.getChildren().add(Boxes.spacer());
        standing.flatMap(Standing::voter)
                .flatMap(voter -> voter.power())
                .ifPresent(power -> heading.getChildren().add(Words.name("with " + VoteBar.votes(power))));
        var choices = Choices.segments(
                "Your vote",
                List.of(
                        new Choices.Choice<>(Support.FOR, "For"),
                        new Choices.Choice<>(Support.AGAINST, "Against"),
                        new Choices.Choice<>(Support.ABSTAIN, "Abstain")),
                model.support().get(),
                model.support()::set);
        choices.setId("vote-choice");
        var counts = Words.secondary("");
        Shown.following(counts, model.support(), support -> counts.setText(inQuorum(support)));
        var payer = new PayerChoice(around.acting(), model.payer());
        var read = Buttons.primary("Read back what is sent…", model::readBack);
        read.setId("vote-read-back");
        return new VBox(
                10,
                heading,
                Boxes.row(12, choices, counts, Boxes.spacer(), late(standing)),
                reason(),
                payer,
                Boxes.row(8, read, Buttons.plain("Cancel", model.act()::cancel)));
    }

    /// The Governor extends a vote whose quorum is reached at the last moment, once.
    private static Node late(Optional<Standing> standing) {
        return standing.map(Standing::proposal)
                .filter(proposal ->
                        proposal.missing().filter(votes -> votes.signum() > 0).isPresent())
                .map(proposal -> Words.secondary("A quorum that is reached late leaves at least "
                        + Times.duration(Duration.ofSeconds(proposal.lateExtension())) + " to vote"))
                .orElseGet(() -> Words.secondary(""));
    }

    private static String inQuorum(Support support) {
        return switch (support) {
            case FOR -> "Counts for the quorum and for passing";
            case AGAINST -> "Counts against it, and not for the quorum";
            case ABSTAIN -> "Counts for the quorum alone";
        };
    }

    private Node reason() {
        var input = new TextArea(model.reason().get());
        input.setId("vote-reason");
        input.setAccessibleText("Reason, public for good");
        input.setPromptText("Why, in your words");
        input.setPrefRowCount(2);
        input.setWrapText(true);
        input.textProperty().subscribe((_, words) -> model.say(words));
        Shown.following(input, model.reason(), words -> {
            if (!words.equals(input.getText())) {
                input.setText(words);
            }
        });
        return new VBox(4, Words.secondary("Reason, optional, public for good"), input);
    }

    private Node delegation() {
        var own = model.act()
                .person()
                .get()
                .map(Person::address)
                .map(Object::toString)
                .orElse("");
        var field = new TextField(own);
        field.setId("delegate-to");
        field.setAccessibleText("Address of who votes with your tokens");
        field.setPrefColumnCount(44);
        var read = Buttons.primary("Read back what is sent…", () -> model.delegate(field.getText()));
        read.setId("delegate-read-back");
        var row = new HBox(8, field, read, Buttons.plain("Cancel", model.act()::cancel));
        row.setMinHeight(Region.USE_PREF_SIZE);
        return new VBox(
                8,
                Words.strong("Who votes with your tokens"),
                Words.wrapped(
                        Words.secondary("Tokens count in votes only once somebody is named to vote with them, also the"
                                + " holder. It counts for what opens after the next block, not for votes that are open."
                                + " The tokens stay where they are.")),
                row);
    }
}
