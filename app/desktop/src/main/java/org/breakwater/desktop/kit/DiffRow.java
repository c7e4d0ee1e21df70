package org.breakwater.desktop.kit;

import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/// A value, and what it becomes. Never red and green: a direction is not a quality.
public final class DiffRow extends HBox {

    private static final double GAP = 8;

    /// What a change does to safety.
    public enum Direction {
        TIGHTENS(Icon.SHIELD, Tone.SUCCESS, "tightens"),
        LOOSENS(Icon.UNLOCK, Tone.WARNING, "loosens"),
        NEITHER(Icon.MINUS, Tone.MUTED, "neither tightens nor loosens");

        private final Icon icon;
        private final Tone tone;
        private final String word;

        Direction(Icon icon, Tone tone, String word) {
            this.icon = icon;
            this.tone = tone;
            this.word = word;
        }
    }

    /// @param before the value in force, with its unit
    /// @param after the proposed one, with its unit
    /// @param when from when on it holds: "at once", "waits 72 h"
    public DiffRow(String before, String after, Direction direction, String when) {
        this(before, after, effect(direction, when), direction.word + ", " + when);
    }

    /// A change that a check speaks against: the check stands where the effect would.
    public DiffRow(String before, String after, SeverityTag check) {
        this(
                before,
                after,
                check,
                Optional.ofNullable(check.getAccessibleText()).orElse(""));
    }

    private DiffRow(String before, String after, Node trailing, String spoken) {
        super(
                GAP,
                Boxes.styled(Words.name(before), "diff-old"),
                Icon.ARROW_RIGHT.at(Icon.Size.TAG, Tone.MUTED),
                Boxes.styled(Words.strong(after), "diff-new"),
                Boxes.spacer(),
                trailing);
        setUp("from " + before + " to " + after + ", " + spoken);
    }

    private DiffRow(String value) {
        super(GAP, Words.muted(value), Boxes.spacer(), Boxes.styled(Words.caption("unchanged")));
        setUp(value + ", unchanged");
    }

    /// A value that stays.
    public static DiffRow unchanged(String value) {
        return new DiffRow(value);
    }

    private void setUp(String spoken) {
        getStyleClass().add("diff-row");
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(spoken);
    }

    private static Node effect(Direction direction, String when) {
        return Boxes.row(
                4, direction.icon.at(Icon.Size.TAG, direction.tone), Words.caption(direction.word + ", " + when));
    }
}
