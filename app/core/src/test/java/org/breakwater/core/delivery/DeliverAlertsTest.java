package org.breakwater.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.breakwater.core.alert.Alert.Severity;
import org.breakwater.core.delivery.DeliverAlerts.Outlet;
import org.breakwater.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DeliverAlertsTest {

    private final Rig rig = new Rig();
    private final Timing timing = new Timing(() -> Instant.EPOCH, System::nanoTime, new Random(3));

    private static Target named(String name) {
        return new Target(name, Rig.ANY, Interest.ALL, Optional.empty());
    }

    @Test
    void aTargetThatHangsHoldsUpNoOtherAndIsEndedWithTheRest() throws Exception {
        var hanging = new Hanging();
        var well = new Counting();
        var disk = new Guarded(rig.disk);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var delivering = DeliverAlerts.start(
                    List.of(new Outlet(named("hangs"), hanging), new Outlet(named("well"), well)),
                    rig.log,
                    disk,
                    timing,
                    threads);
            // What is there before the first step would come as a summary.
            while (disk.of("hangs").isEmpty() || disk.of("well").isEmpty()) {
                Thread.sleep(1);
            }
            rig.log.raised(1, Severity.HOLD);
            rig.log.raised(2, Severity.HOLD);
            delivering.wake();

            assertThat(well.both.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(hanging.begun.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(delivering.settle(Duration.ofMillis(50))).isFalse();
            var began = System.nanoTime();
            delivering.close();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
        }
        assertThat(rig.disk.of("well").orElseThrow().through()).isEqualTo(2);
        assertThat(rig.disk.of("hangs").orElseThrow().through()).isZero();
    }

    /// Many threads write at once here.
    private record Guarded(Rig.Disk disk) implements Deliveries {

        @Override
        public Optional<Progress> of(String target) {
            synchronized (disk) {
                return disk.of(target);
            }
        }

        @Override
        public void keep(String target, Progress progress) throws ProblemException {
            synchronized (disk) {
                disk.keep(target, progress);
            }
        }

        @Override
        public void refused(String target, List<Refusal> refusals) throws ProblemException {
            synchronized (disk) {
                disk.refused(target, refusals);
            }
        }

        @Override
        public List<Refusal> refusals(String target, int most) {
            synchronized (disk) {
                return disk.refusals(target, most);
            }
        }
    }

    private static final class Counting implements Carrier {

        private final CountDownLatch both = new CountDownLatch(2);

        @Override
        public String where() {
            return "here";
        }

        @Override
        public int capacity() {
            return 5;
        }

        @Override
        public Outcome carry(Message message) {
            both.countDown();
            return new Outcome.Taken();
        }

        @Override
        public void close() {}
    }

    private static final class Hanging implements Carrier {

        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch closed = new CountDownLatch(1);

        @Override
        public String where() {
            return "here";
        }

        @Override
        public int capacity() {
            return 5;
        }

        @Override
        public Outcome carry(Message message) {
            begun.countDown();
            try {
                closed.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            return new Outcome.Ended();
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }
}
