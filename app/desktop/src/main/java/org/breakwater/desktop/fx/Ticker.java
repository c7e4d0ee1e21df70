package org.breakwater.desktop.fx;

import java.time.Clock;
import java.time.Instant;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Duration;

/// The present, once a second: what ages and deadlines are counted from.
public final class Ticker implements AutoCloseable {

    private final Clock clock;
    private final ReadOnlyObjectWrapper<Instant> now;
    private final Timeline seconds = new Timeline();

    public Ticker(Clock clock) {
        this.clock = clock;
        this.now = new ReadOnlyObjectWrapper<>(clock.instant());
        seconds.getKeyFrames().add(new KeyFrame(Duration.seconds(1), _ -> tick()));
        seconds.setCycleCount(Animation.INDEFINITE);
    }

    public ObservableValue<Instant> now() {
        return now.getReadOnlyProperty();
    }

    public Ticker started() {
        seconds.play();
        return this;
    }

    private void tick() {
        now.set(clock.instant());
    }

    @Override
    public void close() {
        seconds.stop();
    }
}
