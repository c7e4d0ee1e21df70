package org.breakwater.desktop.kit;

import java.time.Duration;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import org.breakwater.desktop.l10n.Times;

/// The time left until something closes; the less, the louder.
public final class DeadlineChip extends Label {

    private static final Duration SOON = Duration.ofHours(24);
    private static final Duration NOW = Duration.ofHours(1);
    private static final List<String> LOOKS = List.of("tag-neutral", "tag-accent", "tag-warning", "tag-dashed");

    /// @param left the time left; zero or less is over
    public DeadlineChip(Duration left) {
        super("", Icon.CLOCK.at(Icon.Size.TAG));
        getStyleClass().add("tag");
        setMinWidth(USE_PREF_SIZE);
        show(left);
    }

    /// Follows the time left for as long as the chip is in a scene.
    public DeadlineChip(ObservableValue<Duration> left) {
        this(left.getValue());
        Shown.following(this, left, this::show);
    }

    private void show(Duration left) {
        var over = left.isNegative() || left.isZero();
        setText(over ? "over" : Times.duration(left));
        setAccessibleText(over ? "over" : Times.duration(left) + " left");
        getStyleClass().removeAll(LOOKS);
        getStyleClass().add(look(left, over));
    }

    private static String look(Duration left, boolean over) {
        if (over) {
            return "tag-dashed";
        }
        if (left.compareTo(NOW) < 0) {
            return "tag-warning";
        }
        return left.compareTo(SOON) < 0 ? "tag-accent" : "tag-neutral";
    }
}
