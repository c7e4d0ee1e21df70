package org.breakwater.desktop.kit;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The states something passes through, in their order, and where it stands.
public final class StateStepper extends HBox {

    /// Where a state stands.
    public enum Progress {
        DONE(Icon.PASSED, Tone.SUCCESS, "done"),
        NOW(Icon.DISC, Tone.ACCENT, "now"),
        AHEAD(Icon.CIRCLE, Tone.MUTED, "ahead"),
        FAILED(Icon.X_CIRCLE, Tone.DANGER, "failed");

        private final Icon icon;
        private final Tone tone;
        private final String spoken;

        Progress(Icon icon, Tone tone, String spoken) {
            this.icon = icon;
            this.tone = tone;
            this.spoken = spoken;
        }
    }

    /// @param word the state
    /// @param note its date or reason; may be empty
    public record Step(String word, String note, Progress progress) {

        public Step(String word, Progress progress) {
            this(word, "", progress);
        }
    }

    private StateStepper(List<Step> steps) {
        getStyleClass().add("stepper");
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(steps.stream().map(StateStepper::spoken).collect(Collectors.joining("; ")));
    }

    /// Icon and word side by side, a line between the states.
    public static StateStepper inLine(List<Step> steps) {
        var stepper = new StateStepper(steps);
        stepper.setAlignment(Pos.CENTER_LEFT);
        stepper.setSpacing(8);
        for (var step : steps) {
            if (!stepper.getChildren().isEmpty()) {
                stepper.getChildren().add(line(true));
            }
            var word = word(step);
            var texts = step.note().isEmpty() ? new VBox(word) : new VBox(word, Words.caption(step.note()));
            texts.setAlignment(Pos.CENTER_LEFT);
            stepper.getChildren().add(Boxes.row(6, icon(step), texts));
        }
        return stepper;
    }

    /// Icon, word and date stacked, for narrow columns.
    public static StateStepper stacked(List<Step> steps) {
        var stepper = new StateStepper(steps);
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var node = Boxes.row(3, line(i > 0), icon(step), line(i < steps.size() - 1));
            var column = new VBox(node, word(step), Words.caption(step.note()));
            column.setAlignment(Pos.TOP_CENTER);
            column.setMinWidth(0);
            column.setPrefWidth(1);
            HBox.setHgrow(column, Priority.ALWAYS);
            stepper.getChildren().add(column);
        }
        return stepper;
    }

    private static Label word(Step step) {
        var word = Boxes.styled(Words.secondary(step.word()), "step");
        word.setMinWidth(USE_PREF_SIZE);
        switch (step.progress()) {
            case DONE -> Tone.DEFAULT.on(word);
            case AHEAD -> Tone.MUTED.on(word);
            case NOW, FAILED -> step.progress().tone.on(word).getStyleClass().add("strong");
        }
        return word;
    }

    private static Node icon(Step step) {
        return step.progress().icon.at(Icon.Size.BUTTON, step.progress().tone);
    }

    private static Region line(boolean drawn) {
        var line = Boxes.styled(new Region(), "line");
        line.setVisible(drawn);
        line.setMinWidth(12);
        HBox.setHgrow(line, Priority.ALWAYS);
        return line;
    }

    private static String spoken(Step step) {
        return step.word() + " " + step.progress().spoken + (step.note().isEmpty() ? "" : ", " + step.note());
    }
}
