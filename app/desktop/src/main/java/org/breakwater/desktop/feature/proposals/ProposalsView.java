package org.breakwater.desktop.feature.proposals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.breakwater.core.governor.ProposalActions;
import org.breakwater.core.review.ReviewProposal;
import org.breakwater.core.review.request.ReviewPolicy;
import org.breakwater.desktop.command.Chord;
import org.breakwater.desktop.command.Command;
import org.breakwater.desktop.feature.proposals.ProposalPage.Group;
import org.breakwater.desktop.feature.proposals.ProposalsViewModel.Depth;
import org.breakwater.desktop.feature.proposals.ProposalsViewModel.Part;
import org.breakwater.desktop.fx.Subscriptions;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Choices;
import org.breakwater.desktop.kit.Choices.Choice;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.RowList;
import org.breakwater.desktop.kit.RowList.Entry;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.SeverityTag;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.StatePane;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Screen;
import org.breakwater.desktop.place.Surroundings;
import org.breakwater.desktop.wording.CallSentences;
import org.breakwater.desktop.wording.Finding;

/// Proposals to the DAO and changes of parameters in a list, beside the one that is chosen.
public final class ProposalsView implements Screen {

    private final Surroundings around;
    private final ProposalsViewModel model;
    private final ReadOnlyObjectWrapper<List<String>> trail = new ReadOnlyObjectWrapper<>(List.of("Proposals"));
    private final RowList<Selection> list;
    private final Choices<Boolean> filter;
    private final StackPane detail = new StackPane();
    private final VoteViewModel votes;
    private final ProposalReviewViewModel reviews;
    private Optional<Drawn> drawn = Optional.empty();

    /// What the detail shows now.
    private record Drawn(ProposalPage entry, Part part, Depth depth) {}

    private ProposalsView(Surroundings around, Optional<Selection> wanted) {
        this.around = around;
        var sentences = new CallSentences(around::name, around.calls(), around.deployment());
        this.model = new ProposalsViewModel(new ReadProposals(sentences, around.texts()), around.background(), wanted);
        this.votes = new VoteViewModel(around.acting(), around.background(), around.composing());
        this.reviews = new ProposalReviewViewModel(around.reviewer(), around.background());
        this.list = new RowList<>("Proposals", this::go, this::go);
        this.filter = Choices.segments(
                "What is listed",
                List.of(new Choice<>(true, "Open"), new Choice<>(false, "Decided")),
                model.open().get(),
                model::list);
    }

    /// Whatever can be shown of a place of this section.
    public static ProposalsView at(Place place, Surroundings around) {
        return new ProposalsView(around, selection(place));
    }

    private static Optional<Selection> selection(Place place) {
        return switch (place) {
            case Place.Proposal(var id) -> Optional.of(new Selection.OfDao(id));
            case Place.ParameterChange(var id) -> Optional.of(new Selection.OfRegistry(id));
            default -> Optional.empty();
        };
    }

    private void go(Selection selection) {
        around.router().go(selection.place());
    }

    @Override
    public ObservableValue<List<String>> trail() {
        return trail.getReadOnlyProperty();
    }

    @Override
    public Node root() {
        return new StatePane<>(model.page(), around.now(), this::content);
    }

    @Override
    public boolean moveTo(Place place) {
        var selection = selection(place);
        if (selection.isEmpty() && !(place instanceof Place.Proposals)) {
            return false;
        }
        model.want(selection);
        return true;
    }

    @Override
    public void shown(Subscriptions until) {
        until.add(model.follow(around.known()));
        until.add(votes.follow());
        until.add(reviews::leave);
        command(until, "proposals.next", "Next proposal", Icon.ARROW_DOWN, KeyCode.J, () -> list.move(1));
        command(until, "proposals.previous", "Previous proposal", Icon.ARROW_UP, KeyCode.K, () -> list.move(-1));
        until.add(around.commands()
                .add(Command.always(
                        "proposals.new",
                        Command.Group.DO,
                        Icon.PLUS,
                        "New proposal",
                        () -> around.router().go(Place.NewProposal.anew()))));
    }

    private void command(Subscriptions until, String id, String title, Icon icon, KeyCode key, Runnable act) {
        until.add(around.commands()
                .add(Command.always(id, Command.Group.LIST, icon, title, act).on(Chord.bare(key))));
    }

    private Node content(ObservableValue<ProposalsPage> pages) {
        detail.setMinHeight(0);
        var page = new VBox(Boxes.growing(detail), new VoteArea(around, votes).root());
        page.setMinWidth(0);
        var body = new HBox(master(), Boxes.growing(page));
        Runnable show = () -> show(pages.getValue());
        Shown.following(body, pages, _ -> show.run());
        Shown.following(body, model.wanted(), wanted -> {
            wanted.flatMap(pages.getValue()::entry)
                    .ifPresent(entry -> model.list(entry.group().isOpen()));
            show.run();
        });
        Shown.following(body, model.open(), _ -> show.run());
        Shown.following(body, model.part(), _ -> show.run());
        Shown.following(body, model.depth(), _ -> show.run());
        return body;
    }

    private Node master() {
        var compose =
                Buttons.plain(Icon.PLUS, "New proposal", () -> around.router().go(Place.NewProposal.anew()));
        compose.setId("new-proposal");
        var heading = Boxes.styled(new HBox(Words.title("Proposals"), Boxes.spacer(), compose), "page-heading");
        return Boxes.styled(
                new VBox(heading, Boxes.padded(new VBox(filter), 0, 16, 12, 20), Boxes.growing(list)), "master-list");
    }

    private void show(ProposalsPage page) {
        filter.rename(true, "Open " + Numbers.count(page.entries(true).size()));
        filter.rename(false, "Decided " + Numbers.count(page.entries(false).size()));
        filter.show(model.open().get());
        list.show(entries(model.listed(page)));
        var shown = model.shown(page);
        list.mark(shown.map(ProposalPage::selection));
        trail.set(shown.map(entry -> List.of("Proposals", entry.number())).orElse(List.of("Proposals")));
        var next = shown.map(
                entry -> new Drawn(entry, model.part().get(), model.depth().get()));
        if (next.isEmpty()) {
            detail.getChildren().setAll(missing());
        } else if (!next.equals(drawn)) {
            detail.getChildren()
                    .setAll(new ProposalDetail(
                                    around, model, reviews, next.get().entry())
                            .root());
        }
        drawn = next;
        var looked = shown.flatMap(this::looked);
        votes.look(looked);
        reviews.look(looked.map(each -> new ReviewProposal.Wanted(
                each.id(), each.actions(), shown.map(ProposalPage::quoted), around.book(), ReviewPolicy.STANDARD)));
    }

    private Optional<VoteViewModel.Looked> looked(ProposalPage entry) {
        return entry.selection() instanceof Selection.OfDao(var id)
                ? ProposalsPage.known(around)
                        .flatMap(known -> known.view().governance().proposals().stream()
                                .map(view -> view.proposal().created())
                                .filter(created -> created.proposalId().equals(id))
                                .findFirst()
                                .map(created -> new VoteViewModel.Looked(
                                        id,
                                        entry.number().toLowerCase(Locale.ROOT),
                                        ProposalActions.of(created),
                                        created.description(),
                                        known.block().number())))
                : Optional.empty();
    }

    private Node missing() {
        var notice = new VBox(
                8,
                Icon.PROPOSAL.at(Icon.Size.PANE),
                Words.name(
                        model.wanted().get().isPresent()
                                ? "There is no such proposal or change on this chain."
                                : "Nothing is open."),
                new Link("Show all proposals", () -> {
                    model.list(model.wanted().get().isPresent());
                    around.router().go(new Place.Proposals());
                }));
        notice.setAlignment(Pos.CENTER);
        return notice;
    }

    private static List<Entry<Selection>> entries(List<ProposalPage> listed) {
        var entries = new ArrayList<Entry<Selection>>();
        Optional<Group> before = Optional.empty();
        for (var entry : listed) {
            if (!before.equals(Optional.of(entry.group()))) {
                before = Optional.of(entry.group());
                entries.add(new Entry.Heading<>(Words.strong(entry.group().heading())));
            }
            entries.add(row(entry));
        }
        return entries;
    }

    private static Entry<Selection> row(ProposalPage entry) {
        var first = Boxes.row(8, Words.secondary(entry.number()), Boxes.spacer());
        tag(entry).ifPresent(first.getChildren()::add);
        var when = Words.secondary(entry.when());
        when.setMinWidth(Region.USE_PREF_SIZE);
        var title = Words.wrapped(Words.name(entry.title()));
        var content = new VBox(2, first, title, Boxes.row(8, Words.secondary(entry.summary()), Boxes.spacer(), when));
        return new Entry.Row<>(
                entry.selection(),
                Boxes.padded(content, 9, 0, 9, 4),
                entry.number() + ": " + entry.title() + ". " + entry.summary() + ", " + entry.when(),
                List.of());
    }

    /// What stands against it; nothing for what passed or is over.
    private static Optional<Node> tag(ProposalPage entry) {
        return entry.findings().stream()
                .filter(finding -> finding.severity().compareTo(Severity.NOTE) < 0)
                .findFirst()
                .map(finding -> new SeverityTag(finding.severity(), word(finding)));
    }

    private static String word(Finding finding) {
        return finding.leadsTo()
                .map(lead ->
                        "Clashes with" + lead.words().substring(lead.words().lastIndexOf(' ')))
                .orElse(finding.severity().word());
    }
}
