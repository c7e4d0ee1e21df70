package org.breakwater.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.breakwater.core.value.Live;
import org.junit.jupiter.api.Test;

class BackgroundTest {

    private final Deque<Runnable> work = new ArrayDeque<>();
    private final List<String> heard = new ArrayList<>();
    private final Background background = new Background(work::add, Runnable::run);

    @Test
    void aResultIsHandedOver() {
        background.run("Reading", () -> "read", heard::add);
        finish();

        assertThat(heard).containsExactly("read");
    }

    @Test
    void aResultThatNobodyWantsAnyMoreIsDropped() {
        background.run("Reading", () -> "read", heard::add).unsubscribe();
        finish();

        assertThat(heard).isEmpty();
    }

    @Test
    void whatIsUnderWayHasAName() {
        background.run("Reading the pools", () -> 1, _ -> {});
        background.run("Reading the claims", () -> 1, _ -> {});
        background.quietly(() -> 1, _ -> {});
        assertThat(background.pending().names().getValue()).containsExactly("Reading the pools", "Reading the claims");

        finish();
        assertThat(background.pending().names().getValue()).isEmpty();
    }

    @Test
    void cancellingInterruptsWorkThatWaits() throws InterruptedException {
        var started = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        var real = Background.onVirtualThreads();
        FxTest.startToolkit();

        var running = real.run(
                "Waiting",
                () -> {
                    started.countDown();
                    try {
                        Thread.sleep(TimeUnit.MINUTES.toMillis(1));
                    } catch (InterruptedException cancelled) {
                        interrupted.countDown();
                    }
                    return 1;
                },
                _ -> {});
        started.await();
        running.unsubscribe();

        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aPropertyFollowsAValueUntilTheBagIsClosed() {
        var live = new Live<>(1);
        var until = new Subscriptions();
        var property = Bind.toProperty(live, Runnable::run, until);

        live.set(2);
        assertThat(property.get()).isEqualTo(2);

        until.close();
        live.set(3);
        assertThat(property.get()).isEqualTo(2);
        assertThat(live.followers()).isZero();
    }

    @Test
    void whatIsAddedToAClosedBagEndsAtOnce() {
        var until = new Subscriptions();
        until.add(() -> heard.add("first"));
        until.add(() -> heard.add("second"));
        until.close();
        until.add(() -> heard.add("late"));

        assertThat(heard).containsExactly("second", "first", "late");
    }

    private void finish() {
        while (!work.isEmpty()) {
            work.poll().run();
        }
    }
}
