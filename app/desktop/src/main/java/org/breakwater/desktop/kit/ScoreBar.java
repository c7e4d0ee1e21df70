package org.breakwater.desktop.kit;

import java.math.BigDecimal;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;
import org.breakwater.desktop.l10n.Numbers;

/// A risk score from 0 to 10,000 with the marks of the four levels, which are always drawn.
public final class ScoreBar extends StackPane {

    private static final int MOST = 10_000;
    private static final List<Integer> LEVELS = List.of(3_500, 5_000, 6_500, 8_000);
    private static final double ROW_THICKNESS = 6;
    private static final double DETAIL_THICKNESS = 10;
    private static final double ROW_WIDTH = 90;

    private ScoreBar(Track track, String spoken) {
        super(track);
        getStyleClass().add("score-bar");
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        setAccessibleText(spoken);
    }

    /// The score alone.
    public static ScoreBar inRow(int score) {
        var tone = score < LEVELS.getFirst() ? Tone.DANGER : Tone.ACCENT;
        var track = new Track(ROW_THICKNESS).part(0, at(score), "bar", tone.styleClass());
        var bar = new ScoreBar(levels(track, 1), "score " + Numbers.count(score) + " of 10,000");
        bar.setMinWidth(ROW_WIDTH);
        bar.setMaxWidth(ROW_WIDTH);
        return bar;
    }

    /// The parts a score is made of, one after the other, and what is subtracted as a dashed box that ends at the
    /// score.
    public static ScoreBar inDetail(List<Integer> parts, int subtracted) {
        var track = new Track(DETAIL_THICKNESS);
        int sum = 0;
        for (int i = 0; i < parts.size(); i++) {
            track.part(at(sum), at(sum + parts.get(i)), "chart-" + (i % 5 + 1), "score-part");
            sum += parts.get(i);
        }
        int score = Math.max(0, sum - subtracted);
        if (subtracted > 0) {
            track.part(at(score), at(sum), 2, "score-faded")
                    .part(at(score), at(sum), 2, "score-subtracted")
                    .mark(at(score), 2, 5, "score-end");
        }
        return new ScoreBar(
                levels(track, 4),
                Numbers.count(sum) + " less " + Numbers.count(subtracted) + " is " + Numbers.count(score));
    }

    private static Track levels(Track track, double overhang) {
        LEVELS.forEach(level -> track.mark(at(level), 1, overhang, "limit-mark"));
        return track;
    }

    private static double at(int score) {
        return Fractions.of(BigDecimal.valueOf(score), BigDecimal.valueOf(MOST));
    }
}
