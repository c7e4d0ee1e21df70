package org.breakwater.core.delivery;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.breakwater.core.watch.AlertChanges;
import org.jspecify.annotations.Nullable;

/// Brings the changes of alerts to all targets, each at its own pace: one that is slow or gone holds up no other.
public final class DeliverAlerts implements AutoCloseable {

    /// How long the end of what is being carried is waited for.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<Round> rounds;
    private final CountDownLatch running;

    private DeliverAlerts(List<Round> rounds, CountDownLatch running) {
        this.rounds = rounds;
        this.running = running;
    }

    /// A target and the way to it.
    public record Outlet(Target target, Carrier carrier) {}

    /// Begins.
    ///
    /// @param background runs one task for each outlet, all at the same time, until this is closed; it closes the
    ///     carriers too
    public static DeliverAlerts start(
            List<Outlet> outlets, AlertChanges log, Deliveries deliveries, Timing timing, Executor background) {
        var running = new CountDownLatch(outlets.size());
        var rounds = outlets.stream()
                .map(outlet -> new Round(
                        new TargetDelivery(outlet.target(), outlet.carrier(), log, deliveries, timing),
                        outlet.carrier(),
                        running))
                .toList();
        rounds.forEach(background::execute);
        return new DeliverAlerts(rounds, running);
    }

    /// Says that the log has news. Without it they are found a moment later.
    public void wake() {
        rounds.forEach(Round::wake);
    }

    /// Waits until every target has what was written down before, or holds it for the end of quiet hours.
    ///
    /// @return false where time was over before
    public boolean settle(Duration most) throws InterruptedException {
        var end = System.nanoTime() + most.toNanos();
        wake();
        for (var round : rounds) {
            if (!round.settle(end - System.nanoTime())) {
                return false;
            }
        }
        return true;
    }

    /// In the order of the targets.
    public List<TargetState> states() {
        return rounds.stream().map(round -> round.delivery.state()).toList();
    }

    @Override
    public void close() {
        rounds.forEach(Round::end);
        try {
            if (!running.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                rounds.forEach(Round::interrupt);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// One target's turn, again and again.
    private static final class Round implements Runnable {

        private final TargetDelivery delivery;
        private final Carrier carrier;
        private final CountDownLatch running;
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition changed = lock.newCondition();
        private boolean isEnded;
        private boolean hasNews;
        private boolean isSettled;
        private volatile @Nullable Thread runner;

        Round(TargetDelivery delivery, Carrier carrier, CountDownLatch running) {
            this.delivery = delivery;
            this.carrier = carrier;
            this.running = running;
        }

        @Override
        public void run() {
            runner = Thread.currentThread();
            try {
                var goesOn = true;
                while (goesOn) {
                    goesOn = rest(delivery.step());
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            } finally {
                running.countDown();
            }
        }

        /// @return whether to go on
        private boolean rest(TargetDelivery.Pace pace) throws InterruptedException {
            lock.lock();
            try {
                isSettled = pace.isIdle() && !hasNews;
                changed.signalAll();
                var left = pace.rest().toNanos();
                while (left > 0 && !isEnded && !(pace.isIdle() && hasNews)) {
                    left = changed.awaitNanos(left);
                }
                hasNews = false;
                return !isEnded;
            } finally {
                lock.unlock();
            }
        }

        void wake() {
            lock.lock();
            try {
                hasNews = true;
                isSettled = false;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }

        boolean settle(long nanos) throws InterruptedException {
            lock.lock();
            try {
                var left = nanos;
                while (!isSettled && left > 0) {
                    left = changed.awaitNanos(left);
                }
                return isSettled;
            } finally {
                lock.unlock();
            }
        }

        void interrupt() {
            var thread = runner;
            if (thread != null) {
                thread.interrupt();
            }
        }

        void end() {
            lock.lock();
            try {
                isEnded = true;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
            carrier.close();
        }
    }
}
