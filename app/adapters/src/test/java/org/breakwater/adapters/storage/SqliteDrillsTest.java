package org.breakwater.adapters.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.breakwater.core.emergency.Drill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDrillsTest {

    private static final Drill STOPPED = new Drill(
            Instant.parse("2026-11-02T14:01:41Z"),
            "Guardian 1",
            "Pause new cover of the Breakwater Bridge for 24 h",
            Duration.ofSeconds(9),
            Duration.ofMillis(2_300),
            "");

    @TempDir
    private Path folder;

    @Test
    void drillsOutliveTheProgramAndTheNewestComesFirst() throws Exception {
        var refused = new Drill(
                STOPPED.at().plusSeconds(60), "Guardian 2", STOPPED.words(), Duration.ZERO, Duration.ZERO, "Cooling.");
        try (var drills = SqliteDrills.open(folder.resolve("drills.sqlite"))) {
            drills.keep(STOPPED);
            drills.keep(refused);
        }

        try (var drills = SqliteDrills.open(folder.resolve("drills.sqlite"))) {
            assertThat(drills.newest(5)).containsExactly(refused, STOPPED);
            assertThat(drills.newest(1)).containsExactly(refused);
        }
    }
}
