package org.breakwater.desktop.kit;

import java.time.Duration;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Times;

/// From which block or time a value is, and how old that is.
public final class FreshnessBadge extends Label {

    /// Where a value comes from in time.
    public sealed interface Freshness {

        /// Read at a block.
        record AtBlock(long number, Duration age) implements Freshness {}

        /// Reported some time ago, inside what is allowed.
        record Aged(Duration age) implements Freshness {}

        /// Older than it may be.
        record Late(Duration age, Duration limit) implements Freshness {}

        /// Its source does not answer.
        record NoAnswer() implements Freshness {}
    }

    public FreshnessBadge(Freshness freshness) {
        getStyleClass().addAll("caption", "freshness");
        setMinWidth(USE_PREF_SIZE);
        show(freshness);
    }

    /// Follows a value for as long as the badge is in a scene.
    public FreshnessBadge(ObservableValue<Freshness> freshness) {
        this(freshness.getValue());
        Shown.following(this, freshness, this::show);
    }

    private void show(Freshness freshness) {
        var tone = tone(freshness);
        setText(words(freshness));
        setAccessibleText(spoken(freshness));
        setGraphic(icon(freshness).at(Icon.Size.TAG, tone));
        tone.on(this);
    }

    static String words(Freshness freshness) {
        return switch (freshness) {
            case Freshness.AtBlock(var number, var age) ->
                "Block " + Numbers.count(number) + ", " + Times.duration(age);
            case Freshness.Aged(var age) -> Times.duration(age);
            case Freshness.Late(var age, var _) -> Times.duration(age) + " late";
            case Freshness.NoAnswer() -> "no answer";
        };
    }

    /// With what the colour and the icon say.
    static String spoken(Freshness freshness) {
        return switch (freshness) {
            case Freshness.AtBlock _ -> words(freshness) + " ago";
            case Freshness.Aged _ -> words(freshness) + " old";
            case Freshness.Late(var age, var limit) ->
                Times.duration(age) + " old, late: the limit is " + Times.duration(limit);
            case Freshness.NoAnswer _ -> words(freshness);
        };
    }

    private static Icon icon(Freshness freshness) {
        return switch (freshness) {
            case Freshness.AtBlock _ -> Icon.BLOCK;
            case Freshness.Aged _, Freshness.Late _ -> Icon.CLOCK;
            case Freshness.NoAnswer _ -> Icon.ALERT;
        };
    }

    private static Tone tone(Freshness freshness) {
        return switch (freshness) {
            case Freshness.AtBlock _, Freshness.Aged _ -> Tone.MUTED;
            case Freshness.Late _ -> Tone.WARNING;
            case Freshness.NoAnswer _ -> Tone.DANGER;
        };
    }
}
