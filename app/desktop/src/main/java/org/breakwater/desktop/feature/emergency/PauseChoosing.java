package org.breakwater.desktop.feature.emergency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.breakwater.core.emergency.PausePlan;
import org.breakwater.core.emergency.PauseTarget;
import org.breakwater.core.protocol.PauseScope;
import org.breakwater.desktop.feature.emergency.PausePage.Pool;
import org.breakwater.desktop.feature.emergency.PausePage.Subject;
import org.breakwater.desktop.feature.emergency.PausePage.Waiting;
import org.breakwater.desktop.feature.emergency.PauseViewModel.About;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Choices;
import org.breakwater.desktop.kit.Choices.Choice;
import org.breakwater.desktop.kit.FactGrid;
import org.breakwater.desktop.kit.Field;
import org.breakwater.desktop.kit.Field.Hint;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.QuotedWords;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Times;

/// The first step: what to stop, where, for how long and why; or one of the pauses that wait already.
final class PauseChoosing extends VBox {

    private static final Pool EVERY = new Pool(PauseTarget.EVERY_POOL, "Every pool", "");
    private static final List<Duration> LENGTHS =
            Stream.of(6, 24, 48, 72).map(Duration::ofHours).toList();
    private static final double NAME = 132;

    private final PauseViewModel model;
    private final ObservableValue<PausePage> page;
    private final Map<PauseScope, CheckBox> boxes = new EnumMap<>(PauseScope.class);

    PauseChoosing(PauseViewModel model, ObservableValue<PausePage> page) {
        super(10);
        this.model = model;
        this.page = page;
        var choosing = new VBox(10, pools(), scopes(), length(), reason());
        var chosen = new StackPane();
        Shown.following(this, model.asked(), asked -> {
            var isNew = asked.about() instanceof About.New;
            choosing.setVisible(isNew);
            choosing.setManaged(isNew);
            chosen.getChildren().setAll(isNew ? List.of() : List.of(chosen()));
        });
        getChildren().addAll(PauseStep.heading(1, "What to stop"), waiting(), choosing, chosen);
    }

    /// Pauses that somebody has written: one press away from being signed.
    private Node waiting() {
        var rows = new VBox(6);
        Shown.following(rows, page.map(PausePage::waiting), waiting -> {
            rows.getChildren().setAll(waiting.stream().map(this::row).toList());
            rows.setVisible(!waiting.isEmpty());
            rows.setManaged(!waiting.isEmpty());
        });
        return rows;
    }

    private Node row(Waiting waiting) {
        var button = Buttons.plain(
                Icon.PAUSE,
                waiting.words() + ", nonce "
                        + waiting.transaction().transaction().nonce() + ", " + waiting.signed() + " signed",
                () -> model.open(waiting.transaction()));
        button.setId("pause-waiting-" + waiting.transaction().transaction().nonce());
        button.setMaxWidth(Double.MAX_VALUE);
        button.setWrapText(true);
        button.setMinWidth(0);
        button.getStyleClass().add("pause-waiting");
        return button;
    }

    /// What a pause that is written says: nothing in it can be changed.
    private Node chosen() {
        var said = new VBox(8);
        Shown.following(
                said,
                page.map(PausePage::subject),
                subject -> said.getChildren()
                        .setAll(subject.stream().flatMap(PauseChoosing::said).toList()));
        return new VBox(12, said, Boxes.row(8, Buttons.plain(Icon.PLUS, "Write another pause", model::begin)));
    }

    private static Stream<Node> said(Subject subject) {
        var rows = new VBox();
        for (var scope : subject.plan().target().ordered()) {
            rows.getChildren().add(Boxes.styled(new HBox(8, name(scope), Boxes.growing(words(scope))), "pause-scope"));
        }
        rows.getChildren().getLast().getStyleClass().add("last");
        var facts = FactGrid.of(NAME)
                .add("Of", Words.wrapped(Words.body(subject.where())))
                .add("For", PauseWords.length(subject.plan().length()));
        var words = subject.transaction().served().words();
        var wasSaid = words.isBlank()
                ? Words.wrapped(Words.secondary("The reason is not here; the chain has its hash alone."))
                : new QuotedWords(words);
        return Stream.of(Boxes.styled(rows, "card-pane"), facts, wasSaid);
    }

    private static Node name(PauseScope scope) {
        var name = Words.name(ScopeWords.name(scope));
        name.setMinWidth(NAME);
        return name;
    }

    private static Region words(PauseScope scope) {
        var words = new VBox(
                Words.wrapped(Tone.DEFAULT.on(Words.secondary(ScopeWords.stops(scope)))),
                Words.wrapped(Words.secondary(ScopeWords.goesOn(scope))));
        words.setMinWidth(0);
        return words;
    }

    private Node pools() {
        var box = new ComboBox<Pool>();
        box.setId("pause-pool");
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText("Which pool");
        box.setConverter(new PoolWords());
        Shown.following(box, page.map(PausePage::pools), pools -> show(box, pools));
        box.getSelectionModel().selectedItemProperty().subscribe(pool -> {
            if (pool != null) {
                model.change(choice -> choice.of(pool.id()));
            }
        });
        return box;
    }

    private static void show(ComboBox<Pool> box, List<Pool> pools) {
        var all = new ArrayList<Pool>();
        all.add(EVERY);
        all.addAll(pools);
        if (!all.equals(box.getItems())) {
            var chosen = box.getSelectionModel().getSelectedItem();
            box.getItems().setAll(all);
            box.getSelectionModel()
                    .select(all.stream()
                            .filter(pool -> chosen != null && pool.id() == chosen.id())
                            .findFirst()
                            .orElse(EVERY));
        }
    }

    private static final class PoolWords extends StringConverter<Pool> {

        @Override
        public String toString(Pool pool) {
            if (pool == null) {
                return "";
            }
            return pool.assets().isEmpty() ? pool.name() : pool.name() + "   " + pool.assets();
        }

        @Override
        public Pool fromString(String words) {
            throw new UnsupportedOperationException("pools are chosen, not typed");
        }
    }

    private Node scopes() {
        var rows = new VBox();
        for (var scope : PauseScope.values()) {
            rows.getChildren().add(scope(scope));
        }
        rows.getChildren().getLast().getStyleClass().add("last");
        Shown.following(rows, model.asked(), asked -> {
            if (asked.about() instanceof About.New(var choice)) {
                boxes.forEach((scope, box) -> box.setSelected(choice.scopes().contains(scope)));
            }
        });
        return Boxes.styled(rows, "card-pane");
    }

    private Node scope(PauseScope scope) {
        var box = new CheckBox(ScopeWords.name(scope));
        box.setId("pause-scope-" + scope.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        box.setMinWidth(NAME);
        box.setPrefWidth(NAME);
        box.setAccessibleHelp(ScopeWords.stops(scope) + ". " + ScopeWords.goesOn(scope) + ".");
        box.setOnAction(_ -> model.change(choice -> choice.with(scope, box.isSelected())));
        boxes.put(scope, box);
        return Boxes.styled(new HBox(8, box, Boxes.growing(words(scope))), "pause-scope");
    }

    private Node length() {
        var most = Words.secondary("");
        Shown.following(
                most, page.map(PausePage::longest), longest -> most.setText("at most " + PauseWords.length(longest)));
        var segments = Choices.segments(
                "For how long",
                LENGTHS.stream()
                        .map(length -> new Choice<>(length, PauseWords.length(length)))
                        .toList(),
                PauseChoice.NOTHING.length(),
                chosen -> model.change(choice -> choice.lasting(chosen)));
        segments.setId("pause-length");
        var ends = Words.wrapped(Words.secondary(""));
        ends.setMinWidth(0);
        Shown.following(ends, model.asked(), _ -> ends.setText(ends()));
        Shown.following(ends, page, _ -> ends.setText(ends()));
        return new VBox(
                6,
                Boxes.row(8, Words.strong("For how long"), Boxes.spacer(), most),
                Boxes.row(12, segments, Boxes.growing(ends)));
    }

    private String ends() {
        if (!(model.asked().get().about() instanceof About.New(var choice))) {
            return "";
        }
        var end = page.getValue().block().time().plus(choice.length());
        return "ends by itself " + Times.dateAndTime(end) + " UTC at the earliest";
    }

    private Node reason() {
        var limits = Hint.limits("Its hash goes on chain. At most " + PausePlan.MOST_REASON + " characters.");
        var field = new Field("Reason", "", new ReadOnlyObjectWrapper<>(Optional.of(limits)));
        field.input().setId("pause-reason");
        field.input().setPromptText("What is wrong, in a sentence");
        field.input().textProperty().subscribe(text -> model.change(choice -> choice.because(text.strip())));
        return field;
    }
}
