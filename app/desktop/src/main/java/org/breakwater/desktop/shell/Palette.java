package org.breakwater.desktop.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.breakwater.desktop.command.Command;
import org.breakwater.desktop.command.Commands;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.KeyCap;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.shell.Finders.Found;
import org.breakwater.desktop.shell.Finders.Source;

/// One field to go anywhere, find anything, do everything. What cannot be done now is listed with the reason.
final class Palette extends VBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final int MOST_ROWS = 50;
    private static final double MOST_HEIGHT = 480;
    private static final double ROW = 40;

    /// A row and what it stands for.
    private record Row(Node node, Found found) {}

    private final Commands commands;
    private final Finders finders;
    private final Runnable close;
    private final TextField input = new TextField();
    private final VBox list = Boxes.styled(new VBox(), "palette-list");
    private final ScrollPane scroll = new ScrollPane(list);
    private final Label count = Words.secondary("");
    private final List<Row> rows = new ArrayList<>();
    private int chosen;

    Palette(Commands commands, Finders finders, Runnable close) {
        this.commands = commands;
        this.finders = finders;
        this.close = close;
        getStyleClass().addAll("popup", "palette");
        setMaxSize(680, USE_PREF_SIZE);
        input.getStyleClass().setAll("field-input", "palette-input");
        input.setPromptText("Go to, find, do");
        input.setAccessibleText("Go to, find, do");
        input.textProperty().subscribe(this::search);
        input.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setMaxHeight(MOST_HEIGHT);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getChildren().addAll(field(), scroll, foot());
    }

    TextField input() {
        return input;
    }

    private HBox field() {
        var row = Boxes.row(
                12, Icon.SEARCH.at(Icon.Size.ROW, Tone.MUTED), Boxes.growing(input), count, new KeyCap("Esc"));
        return Boxes.styled(row, "palette-field");
    }

    private HBox foot() {
        var foot = Boxes.row(16, hint(">", "commands"));
        finders.sources().stream()
                .filter(source -> source.prefix() != ' ')
                .forEach(source -> foot.getChildren()
                        .add(hint(
                                String.valueOf(source.prefix()), source.title().toLowerCase(Locale.ROOT))));
        foot.getChildren().addAll(Boxes.spacer(), hint("Enter", "open"));
        return Boxes.styled(foot, "palette-foot");
    }

    private static Node hint(String key, String words) {
        return Boxes.row(5, new KeyCap(key), Words.secondary(words));
    }

    private void search(String query) {
        var started = System.nanoTime();
        rows.clear();
        list.getChildren().clear();
        if (query.startsWith(">")) {
            addCommands(query.substring(1));
        } else {
            var source = finders.sources().stream()
                    .filter(each -> each.prefix() != ' ' && query.startsWith(String.valueOf(each.prefix())))
                    .findFirst();
            source.ifPresentOrElse(each -> add(each, query.substring(1)), () -> addAll(query));
        }
        choose(0);
        var millis = (System.nanoTime() - started) / 1_000_000;
        count.setText(rows.size() + (rows.size() == 1 ? " result" : " results") + " in " + millis + "\u00A0ms");
        if (rows.isEmpty()) {
            list.getChildren().add(Boxes.styled(Words.muted("Nothing is called that."), "palette-nothing"));
        }
    }

    private void addAll(String query) {
        addCommands(query);
        finders.sources().forEach(source -> add(source, query));
    }

    private void addCommands(String query) {
        var words = Match.words(query);
        Stream.of(Command.Group.values())
                .filter(group -> group != Command.Group.LIST)
                .forEach(group -> addGroup(
                        group.title(),
                        commands.all().stream()
                                .filter(command -> command.group() == group
                                        && !command.id().equals("window.palette"))
                                .filter(command -> score(words, command) >= 0)
                                .sorted(Comparator.comparingInt((Command command) -> -score(words, command)))
                                .map(Palette::found)
                                .toList(),
                        words));
    }

    private static int score(List<String> words, Command command) {
        return Match.score(words, command.title(), command.keywords()).orElse(-1);
    }

    private static Found found(Command command) {
        return new Found(
                command.icon(),
                command.title(),
                "",
                command.chord(),
                command.missing().getValue(),
                command.run());
    }

    private void add(Source source, String query) {
        addGroup(source.title(), source.finder().find(query.strip()), Match.words(query));
    }

    private void addGroup(String title, List<Found> all, List<String> words) {
        var shown = all.stream().limit(Math.max(0, MOST_ROWS - rows.size())).toList();
        if (shown.isEmpty()) {
            return;
        }
        list.getChildren().add(Boxes.styled(Words.secondary(title), "medium", "palette-group"));
        for (var found : shown) {
            var row = new Row(row(found, words), found);
            var index = rows.size();
            row.node().setOnMouseEntered(_ -> choose(index));
            row.node().setOnMouseClicked(_ -> open(row));
            rows.add(row);
            list.getChildren().add(row.node());
        }
    }

    private static Node row(Found found, List<String> words) {
        var possible = found.missing().isEmpty();
        var row = Boxes.row(
                12,
                found.icon().at(Icon.Size.ROW, Tone.MUTED),
                highlighted(found.title(), words, possible),
                Words.secondary(found.detail()),
                Boxes.spacer());
        if (!possible) {
            row.getChildren().add(Words.secondary("Not now: " + found.missing()));
        }
        found.chord().ifPresent(keys -> {
            var caps = Boxes.row(4);
            keys.caps().forEach(cap -> caps.getChildren().add(new KeyCap(cap)));
            row.getChildren().add(caps);
        });
        row.setAccessibleRole(AccessibleRole.LIST_ITEM);
        row.setAccessibleText(
                (found.title() + " " + found.detail()).strip() + (possible ? "" : ", not now: " + found.missing()));
        return Boxes.styled(row, "palette-row");
    }

    /// The title with the first place where a word of the query occurs in the colour of acting.
    private static TextFlow highlighted(String title, List<String> words, boolean possible) {
        var lower = title.toLowerCase(Locale.ROOT);
        var flow = new TextFlow();
        flow.setMinWidth(USE_PREF_SIZE);
        var style = possible ? "medium" : "muted";
        var hit = words.stream().filter(lower::contains).findFirst();
        if (hit.isEmpty()) {
            flow.getChildren().add(run(title, style));
        } else {
            int at = lower.indexOf(hit.get());
            int end = at + hit.get().length();
            flow.getChildren().add(run(title.substring(0, at), style));
            flow.getChildren().add(run(title.substring(at, end), "strong", "accent"));
            flow.getChildren().add(run(title.substring(end), style));
        }
        return flow;
    }

    private static Text run(String words, String... styles) {
        return Boxes.styled(Boxes.styled(new Text(words), "run"), styles);
    }

    private void keyPressed(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> choose(chosen + 1);
            case UP -> choose(chosen - 1);
            case ENTER -> rows.stream().skip(chosen).findFirst().ifPresent(this::open);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void choose(int index) {
        if (rows.isEmpty()) {
            return;
        }
        chosen = Math.floorMod(index, rows.size());
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).node().pseudoClassStateChanged(CHOSEN, i == chosen);
        }
        input.setAccessibleHelp(rows.get(chosen).node().getAccessibleText());
        var above = rows.get(chosen).node().getLayoutY();
        var room = list.getHeight() - scroll.getViewportBounds().getHeight();
        if (room > 0) {
            scroll.setVvalue(Math.clamp((above - scroll.getViewportBounds().getHeight() / 2 + ROW) / room, 0, 1));
        }
    }

    private void open(Row row) {
        if (row.found().missing().isEmpty()) {
            close.run();
            row.found().act().run();
        }
    }
}
