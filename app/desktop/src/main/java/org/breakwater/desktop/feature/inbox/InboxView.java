package org.breakwater.desktop.feature.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.breakwater.core.calendar.CalendarFile;
import org.breakwater.core.inbox.Waiting.Need;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.command.Chord;
import org.breakwater.desktop.command.Command;
import org.breakwater.desktop.fx.Subscriptions;
import org.breakwater.desktop.kit.Banner;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Choices;
import org.breakwater.desktop.kit.Choices.Choice;
import org.breakwater.desktop.kit.ExportLink;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.KeyCap;
import org.breakwater.desktop.kit.RowList;
import org.breakwater.desktop.kit.RowList.Entry;
import org.breakwater.desktop.kit.SearchBox;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.StatePane;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Screen;
import org.breakwater.desktop.place.BlockBadge;
import org.breakwater.desktop.place.Surroundings;
import org.breakwater.desktop.wording.CallSentences;

/// What waits for somebody, across council, DAO and claims, with the one that is looked at beside it.
public final class InboxView implements Screen {

    private static final double PREVIEW_FROM = 1_190;

    private final Surroundings around;
    private final InboxViewModel model;
    private final RowList<String> list;
    private final Choices<Optional<Need>> filter;
    private final SearchBox search;
    private final InboxCalendar calendar;
    private final Button dates;
    private final Label summary = Words.muted("");
    private final VBox notices = new VBox();
    private final StackPane preview = new StackPane();

    public InboxView(Surroundings around) {
        this.around = around;
        var sentences = new CallSentences(around::name, around.calls(), around.deployment());
        this.model = new InboxViewModel(
                new InboxPage.Maker(sentences, around.reviews(), around.texts()), around.background());
        this.list = new RowList<>("What waits", model::choose, this::open);
        this.filter = Choices.segments(
                "What is listed",
                List.of(
                        new Choice<>(Optional.<Need>empty(), "All"),
                        new Choice<>(Optional.of(Need.SIGN), "To sign"),
                        new Choice<>(Optional.of(Need.VOTE), "To vote"),
                        new Choice<>(Optional.of(Need.EXECUTE), "To execute"),
                        new Choice<>(Optional.of(Need.CONFLICT), "Conflicts"),
                        new Choice<>(Optional.of(Need.WINDOW), "Closing")),
                Optional.empty(),
                model::list);
        this.search = new SearchBox(Icon.FILTER, "Filter", "/", model::search);
        search.input().setId("inbox-search");
        this.calendar = new InboxCalendar(around.deployment());
        this.dates = ExportLink.calendar("the dates of what is listed", this::keepListed);
        dates.setId("inbox-calendar");
        summary.setId("inbox-summary");
    }

    @Override
    public ObservableValue<List<String>> trail() {
        return new ReadOnlyObjectWrapper<>(List.of("Inbox"));
    }

    @Override
    public Node root() {
        return new StatePane<>(model.page(), around.now(), this::content)
                .whenNothing(
                        page -> page.rows().isEmpty() && page.missing().isEmpty(),
                        new StatePane.Nothing(
                                Icon.INBOX,
                                "Nothing waits for you.",
                                "Open the proposals",
                                () -> around.router().go(new Place.Proposals())));
    }

    @Override
    public void shown(Subscriptions until) {
        until.add(model.follow(around.known(), around.council()));
        command(until, "inbox.next", "Next in the inbox", Icon.ARROW_DOWN, Chord.bare(KeyCode.J), () -> list.move(1));
        command(
                until,
                "inbox.previous",
                "Previous in the inbox",
                Icon.ARROW_UP,
                Chord.bare(KeyCode.K),
                () -> list.move(-1));
        command(
                until,
                "inbox.open",
                "Open what is chosen",
                Icon.ARROW_RIGHT,
                Chord.bare(KeyCode.ENTER),
                this::openShown);
        command(
                until,
                "inbox.filter",
                "Filter the inbox",
                Icon.FILTER,
                Chord.typing("/"),
                () -> search.input().requestFocus());
        calendarCommand(until);
    }

    private void calendarCommand(Subscriptions until) {
        until.add(around.commands()
                .add(Command.always(
                                "inbox.calendar",
                                Command.Group.LIST,
                                Icon.CALENDAR,
                                "Export the dates of the inbox as a calendar",
                                this::keepListed)
                        .alsoFoundBy("ics", "deadline")));
    }

    private void command(Subscriptions until, String id, String title, Icon icon, Chord chord, Runnable act) {
        until.add(around.commands()
                .add(Command.always(id, Command.Group.LIST, icon, title, act).on(chord)));
    }

    private void openShown() {
        page().flatMap(model::shown).ifPresent(row -> around.router().go(row.opens()));
    }

    private void open(String key) {
        model.choose(key);
        openShown();
    }

    private Optional<InboxPage> page() {
        return model.page().get().read();
    }

    private void keepListed() {
        page().ifPresent(page -> keep("breakwater-inbox" + CalendarFile.ENDING, model.listed(page)));
    }

    private void keep(InboxRow row) {
        keep(InboxCalendar.name(row), List.of(row));
    }

    private void keep(String name, List<InboxRow> rows) {
        around.saving()
                .save(
                        name,
                        () -> calendar.of(rows, block().getValue(), around.now().getValue())
                                .bytes());
    }

    private Node content(ObservableValue<InboxPage> page) {
        var foot =
                Words.wrapped(Words.secondary("Everything here is computed from chain and calldata on this computer."));
        var left = new VBox(
                heading(), filters(), notices, Boxes.growing(list), Boxes.padded(new VBox(foot), 10, 16, 12, 16));
        preview.getStyleClass().add("preview-column");
        var body = new HBox(Boxes.growing(left), preview);
        left.setMinWidth(0);
        body.widthProperty().subscribe(width -> {
            preview.setVisible(width.doubleValue() >= PREVIEW_FROM);
            preview.setManaged(preview.isVisible());
        });
        Shown.following(body, page, read -> show(read));
        Shown.following(body, model.need(), _ -> show(page.getValue()));
        Shown.following(body, model.search(), _ -> show(page.getValue()));
        Shown.following(body, model.chosen(), _ -> preview(page.getValue()));
        return body;
    }

    private Node heading() {
        return Boxes.styled(
                new HBox(Words.title("Inbox"), summary, Boxes.spacer(), dates, BlockBadge.of(block(), around.now())),
                "page-heading");
    }

    private ObservableValue<BlockRef> block() {
        return model.page().map(page -> switch (page) {
            case Loadable.Ready<InboxPage>(var _, var asOf) -> asOf;
            case Loadable.Stale<InboxPage>(var _, var asOf, var _) -> asOf;
            case Loadable.Idle<InboxPage> _, Loadable.Loading<InboxPage> _, Loadable.Failed<InboxPage> _ ->
                throw new IllegalStateException("nothing is shown");
        });
    }

    private Node filters() {
        search.setPrefWidth(190);
        return Boxes.padded(
                Boxes.row(8, filter, Boxes.spacer(), new KeyCap("J"), new KeyCap("K"), Words.secondary("move"), search),
                0,
                16,
                12,
                20);
    }

    private void show(InboxPage page) {
        rename(page, Optional.empty(), "All");
        rename(page, Optional.of(Need.SIGN), "To sign");
        rename(page, Optional.of(Need.VOTE), "To vote");
        rename(page, Optional.of(Need.EXECUTE), "To execute");
        rename(page, Optional.of(Need.CONFLICT), "Conflicts");
        rename(page, Optional.of(Need.WINDOW), "Closing");
        var next = page.nextDeadline()
                .map(deadline -> ", next deadline in "
                        + Times.duration(Duration.between(around.now().getValue(), deadline)))
                .orElse("");
        summary.setText(Numbers.count(page.urgent()) + (page.urgent() == 1 ? " needs" : " need") + " somebody" + next);
        notices.getChildren()
                .setAll(page.missing().stream().map(InboxView::notice).toList());
        var listed = model.listed(page);
        dates.setDisable(listed.stream().allMatch(row -> row.when().moment().isEmpty()));
        list.show(entries(listed));
        preview(page);
    }

    private static Node notice(String why) {
        return Boxes.padded(
                new VBox(new Banner(
                        Severity.COULD_NOT_RUN, Icon.QUESTION, "What waits for the Safes could not be read.", why)),
                0,
                16,
                10,
                20);
    }

    private void rename(InboxPage page, Optional<Need> need, String words) {
        filter.rename(need, words + " " + Numbers.count(page.of(need).size()));
    }

    private void preview(InboxPage page) {
        var row = model.shown(page);
        list.mark(row.map(InboxRow::key));
        preview.getChildren()
                .setAll(row.<Node>map(shown -> new InboxPreview(around, shown, this::keep).root())
                        .orElseGet(() -> Words.muted("Nothing is listed.")));
    }

    private List<Entry<String>> entries(List<InboxRow> listed) {
        var entries = new ArrayList<Entry<String>>();
        var before = "";
        for (var row : listed) {
            var heading = heading(row);
            if (!before.equals(heading)) {
                before = heading;
                var count = listed.stream()
                        .filter(other -> heading(other).equals(heading))
                        .count();
                entries.add(new Entry.Heading<>(
                        Boxes.row(8, Words.strong(heading), Words.secondary(Numbers.count(count)))));
            }
            entries.add(InboxRowView.entry(row, around.now()));
        }
        return entries;
    }

    private static String heading(InboxRow row) {
        return row.when().closing() ? "Ends within a day" : heading(row.need());
    }

    private static String heading(Need need) {
        return switch (need) {
            case SIGN -> "To sign or decide";
            case VOTE -> "To vote";
            case EXECUTE -> "Ready to execute";
            case CONFLICT -> "Conflicts: only one of each nonce can ever execute";
            case WINDOW -> "Closes by itself";
            case LATER -> "Waiting";
        };
    }
}
