package org.breakwater.desktop.feature.council;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.breakwater.core.exchange.SharedTransaction;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.command.Chord;
import org.breakwater.desktop.command.Command;
import org.breakwater.desktop.feature.council.CouncilViewModel.Part;
import org.breakwater.desktop.fx.Subscriptions;
import org.breakwater.desktop.kit.AddressChip;
import org.breakwater.desktop.kit.Banner;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Choices;
import org.breakwater.desktop.kit.Choices.Choice;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.RowList;
import org.breakwater.desktop.kit.RowList.Entry;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.SideBySide;
import org.breakwater.desktop.kit.StatePane;
import org.breakwater.desktop.kit.Tag;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Screen;
import org.breakwater.desktop.place.BlockBadge;
import org.breakwater.desktop.place.Surroundings;
import org.breakwater.desktop.place.TakingIn;
import org.breakwater.desktop.wording.CallSentences;

/// The Safes beside the one that is chosen: its queue in nonce order, what was executed, who owns it and how it is
/// built.
public final class CouncilView implements Screen {

    private static final double BOTH_FROM = 900;

    private final Surroundings around;
    private final CouncilViewModel model;
    private final RehearsalViewModel rehearsal;
    private final ReadOnlyObjectWrapper<List<String>> trail = new ReadOnlyObjectWrapper<>(List.of("Council"));

    private final RowList<Address> safes;
    private final TakeInViewModel takeIn;
    private final StackPane detail = new StackPane();
    private final StackPane heading = new StackPane();
    private final StackPane body = new StackPane();
    private Optional<SafePage> drawn = Optional.empty();
    private Part drawnPart = Part.QUEUE;

    /// @param wanted the Safe that was asked for; empty for the first
    public CouncilView(Surroundings around, Optional<Address> wanted) {
        this.around = around;
        var sentences = new CallSentences(around::name, around.calls(), around.deployment());
        this.rehearsal = new RehearsalViewModel(around.reviewer(), around.background());
        this.model = new CouncilViewModel(
                new CouncilPage.Maker(sentences, around.deployment(), around.reviews()), around.background(), wanted);
        this.safes = new RowList<>("Safes", this::go, this::go);
        this.takeIn = new TakeInViewModel(around.acting(), around.council(), around.background(), this::review);
    }

    private void review(SharedTransaction transaction) {
        around.router().go(TakingIn.review(transaction));
    }

    private void go(Address safe) {
        around.router().go(new Place.Safe(safe));
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
        switch (place) {
            case Place.Council _ -> model.want(Optional.empty());
            case Place.Safe(var address) -> model.want(Optional.of(address));
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    public void shown(Subscriptions until) {
        until.add(model.follow(around.known(), around.council()));
        until.add(rehearsal::cancel);
        until.add(around.commands()
                .add(Command.always(
                                "council.take-in",
                                Command.Group.DO,
                                Icon.FILE,
                                "Take in a transaction that was handed on",
                                takeIn::ask)
                        .alsoFoundBy("import", "paste", "file")));
        until.add(around.commands()
                .add(Command.always(
                                "council.next", Command.Group.LIST, Icon.ARROW_DOWN, "Next Safe", () -> safes.move(1))
                        .on(Chord.bare(KeyCode.J))));
        until.add(around.commands()
                .add(Command.always(
                                "council.previous",
                                Command.Group.LIST,
                                Icon.ARROW_UP,
                                "Previous Safe",
                                () -> safes.move(-1))
                        .on(Chord.bare(KeyCode.K))));
        until.add(around.commands()
                .add(Command.always("council.compose", Command.Group.DO, Icon.PLUS, "New transaction", this::compose)));
    }

    /// Writes a transaction of the Safe that is shown.
    private void compose() {
        around.router()
                .go(drawn.map(safe -> Place.Composition.of(safe.address())).orElseGet(Place.Composition::anew));
    }

    private Node content(ObservableValue<CouncilPage> page) {
        var content = new HBox(list(), Boxes.growing(detail));
        // What is being taken in stays as it was typed while a new block draws what is around it.
        var column = new VBox(heading, asking(), Boxes.growing(body));
        Shown.following(content, page, read -> show(read, column));
        Shown.following(content, model.wanted(), _ -> show(page.getValue(), column));
        Shown.following(content, model.part(), _ -> show(page.getValue(), column));
        return content;
    }

    private Node asking() {
        var place = new StackPane();
        Shown.following(place, takeIn.open(), open -> {
            place.getChildren().setAll(open ? List.of(new TakeInPanel(takeIn, around.opening())) : List.of());
            place.setManaged(open);
        });
        return place;
    }

    private Node list() {
        var take = Buttons.small(Buttons.plain(Icon.FILE, "Take in a transaction…", takeIn::ask));
        take.setId("take-in");
        var note = Words.wrapped(Words.secondary(
                "These Safes hold roles in the protocol. Others may name you as an owner without asking."));
        return Boxes.styled(
                new VBox(
                        Boxes.styled(
                                new HBox(
                                        Words.title("Council"),
                                        Boxes.spacer(),
                                        Buttons.small(Buttons.plain(Icon.PLUS, "New", this::compose))),
                                "page-heading"),
                        safes,
                        Boxes.padded(new VBox(12, take, note), 14, 16, 16, 20)),
                "safe-list");
    }

    private void show(CouncilPage page, Node column) {
        var shown = model.shown(page);
        safes.show(page.safes().stream().map(CouncilView::entry).toList());
        safes.mark(shown.map(SafePage::address));
        trail.set(shown.map(safe -> List.of("Council", safe.name() + " Safe")).orElse(List.of("Council")));
        if (shown.isEmpty()) {
            detail.getChildren().setAll(missing(page));
            drawn = Optional.empty();
        } else if (!shown.equals(drawn) || model.part().get() != drawnPart) {
            drawn = shown;
            drawnPart = model.part().get();
            draw(shown.get(), page);
            if (!detail.getChildren().contains(column)) {
                detail.getChildren().setAll(column);
            }
        }
    }

    private Node missing(CouncilPage page) {
        var notice = new VBox(
                8,
                Icon.COUNCIL.at(Icon.Size.PANE),
                Words.name("There is no Safe at that address among those that hold roles here."),
                new Link(
                        "Show the " + page.safes().getFirst().name() + " Safe",
                        () -> around.router().go(new Place.Council())));
        notice.setAlignment(Pos.CENTER);
        return notice;
    }

    private static Entry<Address> entry(SafePage safe) {
        var first = Boxes.row(
                8,
                Words.name(safe.name() + " Safe"),
                Boxes.spacer(),
                Words.secondary(safe.threshold() + " of " + safe.owners().size()));
        var waiting = safe.waiting();
        var second = Words.secondary(waiting == 0 ? "nothing waits" : Numbers.count(waiting) + " waiting");
        return new Entry.Row<>(
                safe.address(),
                Boxes.padded(new VBox(4, first, second), 10, 0, 10, 4),
                safe.name() + " Safe, " + safe.threshold() + " of "
                        + safe.owners().size() + ", " + waiting + " waiting",
                List.of());
    }

    private void draw(SafePage safe, CouncilPage page) {
        heading.getChildren().setAll(heading(safe));
        body.getChildren()
                .setAll(new SideBySide(
                        center(safe, page), new SafeFacts(around, safe).root(), BOTH_FROM, "decision-column"));
    }

    private Node heading(SafePage safe) {
        var title = Boxes.row(
                10,
                Words.title(safe.name() + " Safe"),
                tag(
                        "safe-threshold",
                        Tag.Look.NEUTRAL,
                        Icon.COUNCIL,
                        safe.threshold() + " of " + safe.owners().size() + " sign"),
                tag(
                        "safe-version",
                        Tag.Look.NEUTRAL,
                        Icon.SHIELD,
                        "Safe " + safe.build().version()));
        for (var slot : safe.contested()) {
            title.getChildren()
                    .add(new Tag(
                            Tag.Look.WARNING,
                            Icon.ALERT,
                            Numbers.count(slot.rows().size()) + " compete for nonce " + slot.nonce()));
        }
        title.getChildren().addAll(Boxes.spacer(), BlockBadge.of(block(), around.now()));
        var roles = safe.roles().stream().map(CouncilView::role).collect(Collectors.joining(", "));
        var holds = Words.secondary("Holds");
        var amounts = Boxes.row(8, holds);
        for (var balance : safe.balances()) {
            var amount = Words.name(Numbers.amountWithUnit(balance, Rounding.HELD));
            amount.setId("safe-balance-" + balance.symbol().toLowerCase(Locale.ROOT));
            amount.setMinWidth(Region.USE_PREF_SIZE);
            amounts.getChildren().add(amount);
        }
        var written = Words.name(roles.isEmpty() ? "no role in the protocol" : roles);
        written.setId("safe-roles");
        return Boxes.styled(
                new VBox(8, title, addressLine(safe), Boxes.row(8, amounts, Words.secondary("and"), written)),
                "detail-heading");
    }

    private Node addressLine(SafePage safe) {
        return AddressChip.inFull(around.label(safe.address()));
    }

    private static String role(SafePage.Role role) {
        return role.name() + (role.delay() == 0 ? "" : " after " + Times.duration(Duration.ofSeconds(role.delay())));
    }

    private static Tag tag(String id, Tag.Look look, Icon icon, String words) {
        var tag = new Tag(look, icon, words);
        tag.setId(id);
        return tag;
    }

    private ObservableValue<BlockRef> block() {
        return model.page().map(CouncilView::asOf);
    }

    private static BlockRef asOf(Loadable<CouncilPage> page) {
        return switch (page) {
            case Loadable.Ready<CouncilPage>(var _, var asOf) -> asOf;
            case Loadable.Stale<CouncilPage>(var _, var asOf, var _) -> asOf;
            case Loadable.Idle<CouncilPage> _, Loadable.Loading<CouncilPage> _, Loadable.Failed<CouncilPage> _ ->
                throw new IllegalStateException("nothing is shown");
        };
    }

    private VBox center(SafePage safe, CouncilPage page) {
        var parts = Choices.tabs(
                "What is shown of the Safe",
                List.of(
                        new Choice<>(Part.QUEUE, "Queue " + Numbers.count(safe.waiting())),
                        new Choice<>(
                                Part.HISTORY,
                                "History " + Numbers.count(safe.executed().size())),
                        new Choice<>(Part.MESSAGES, "Messages")),
                model.part().get(),
                model::choose);
        var column = new VBox(Boxes.styled(new HBox(parts), "tab-line"));
        var nodes = new ArrayList<Node>();
        page.queueProblems().stream()
                .filter(_ -> model.part().get() == Part.QUEUE)
                .forEach(problem -> nodes.add(Boxes.padded(
                        new VBox(new Banner(
                                Severity.COULD_NOT_RUN,
                                Icon.QUESTION,
                                "Something that waits may be missing.",
                                problem.toString())),
                        12,
                        14,
                        4,
                        20)));
        nodes.add(
                switch (model.part().get()) {
                    case QUEUE -> new QueuePart(around, safe, rehearsal).root();
                    case HISTORY -> new HistoryPart(around, safe).root();
                    case MESSAGES -> new MessagesPart(around, safe).root();
                });
        column.getChildren().addAll(nodes);
        return column;
    }
}
