package org.breakwater.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.breakwater.core.alert.Alert.Severity;
import org.breakwater.core.watch.AlertChange;
import org.breakwater.core.watch.AlertChange.Phase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever fails and whenever the program ends, every change arrives, and for each alert in its order.
class DeliveryPropertyTest {

    private static final QuietHours NIGHT =
            new QuietHours("night", ZoneId.of("America/New_York"), LocalTime.of(21, 30), LocalTime.of(6, 15));

    private static final List<Severity> SEVERITIES = List.of(Severity.values());

    @ParameterizedTest
    @ValueSource(ints = {300})
    void everyChangeArrivesAtLeastOnceAndInItsAlertsOrder(int lives) {
        for (int seed = 0; seed < lives; seed++) {
            new Life(seed).run();
        }
    }

    @Tag("deep")
    @ParameterizedTest
    @ValueSource(ints = {20_000})
    void andInManyMoreLives(int lives) {
        for (int seed = 0; seed < lives; seed++) {
            new Life(1_000_000L + seed).run();
        }
    }

    /// Some days of a monitor, drawn from a seed.
    private static final class Life {

        private final long seed;
        private final Random random;
        private final Rig rig = new Rig();
        private final Target target;
        private TargetDelivery delivery;
        private long alerts;

        Life(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.target = Rig.target(Interest.ALL, random.nextBoolean() ? Optional.of(NIGHT) : Optional.empty());
            rig.receiver.capacity = 1 + random.nextInt(4);
            this.delivery = rig.begin(target);
            delivery.step();
        }

        void run() {
            for (int i = 0; i < 150; i++) {
                happen();
            }
            rig.disk.isFull = false;
            rig.log.isBroken = false;
            rig.receiver.answers.clear();
            for (int hour = 0; hour < 30; hour++) {
                rig.passes(Duration.ofHours(1));
                rig.settle(delivery);
            }
            check();
        }

        private void happen() {
            switch (random.nextInt(12)) {
                case 0, 1, 2 -> change();
                case 3 -> rig.receiver.answers.add(new Outcome.Later("Not now."));
                case 4 ->
                    rig.receiver.answers.add(
                            new Outcome.Later("Too many.", Optional.of(Duration.ofSeconds(random.nextInt(100_000)))));
                case 5 -> rig.receiver.answers.add(new Outcome.Refused("Never."));
                // Ended before it could be written down that the target has it.
                case 6 -> {
                    rig.disk.isFull = true;
                    delivery.step();
                    rig.disk.isFull = false;
                    delivery = rig.begin(target);
                }
                case 7 -> delivery = rig.begin(target);
                case 8 -> rig.clock = rig.clock.plusSeconds(random.nextInt(-400_000, 400_000));
                case 9 -> rig.log.isBroken = random.nextInt(4) == 0;
                default -> {
                    rig.passes(Duration.ofSeconds(random.nextInt(20_000)));
                    delivery.step();
                }
            }
        }

        private void change() {
            if (alerts == 0 || random.nextInt(3) == 0) {
                rig.log.raised(++alerts, severity());
            } else {
                var alert = 1 + random.nextLong(alerts);
                rig.log.add(alert, random.nextBoolean() ? Phase.CHANGED : Phase.CLEARED, severity());
            }
        }

        private Severity severity() {
            return SEVERITIES.get(random.nextInt(SEVERITIES.size()));
        }

        private void check() {
            var skipped = rig.disk.refusals("team", Integer.MAX_VALUE).stream()
                    .map(Deliveries.Refusal::sequence)
                    .collect(Collectors.toSet());
            var arrived = new HashSet<>(rig.receiver.sequences());
            arrived.addAll(skipped);
            Set<Long> all = rig.log.all().stream().map(AlertChange::sequence).collect(Collectors.toSet());
            assertThat(arrived).as("seed %s", seed).isEqualTo(all);
            var newest = new HashMap<Long, Long>();
            var seen = new HashSet<Long>();
            for (var change : rig.receiver.changes()) {
                if (seen.add(change.sequence())) {
                    var before = newest.put(change.alert(), change.sequence());
                    assertThat(before == null || before < change.sequence())
                            .as("seed %s: change %s comes after %s", seed, change.sequence(), before)
                            .isTrue();
                }
            }
            assertThat(delivery.state().isWell())
                    .as(delivery.state().sentence())
                    .isTrue();
        }
    }
}
