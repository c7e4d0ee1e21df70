package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Scene;
import org.breakwater.adapters.bench.BenchTable;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.core.follow.Known;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.fx.Picture;
import org.breakwater.desktop.navigation.Section;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How long it takes until something is drawn and until the protocol is known, from an empty store and from a warm one,
/// and how much memory the console holds.
@Tag("bench")
class StartUpBench extends FxTest {

    private static final int STARTS = 5;
    private static final int VISITS = 50;
    private static final int COLLECTIONS = 5;

    private final BenchTable table = new BenchTable("start-up");

    @TempDir
    private Path folder;

    @Test
    void opensKnowsAndWeighs() throws Exception {
        try (var network = LocalNetwork.start()) {
            var empty = starts(i -> new Started(network, made(folder.resolve("store-" + i))));
            var warm = starts(_ -> new Started(network, folder.resolve("store-0")));
            table.measured("window's first picture", "ms", milliseconds(empty, Started::picture));
            table.measured("protocol known, from an empty store", "ms", milliseconds(empty, Started::known));
            table.measured("protocol known, from a warm store", "ms", milliseconds(warm, Started::known));
        }
        memory();
        table.publish();
    }

    private static List<Started> starts(Function<Integer, Started> start) throws Exception {
        var starts = new ArrayList<Started>();
        for (int i = 0; i < STARTS; i++) {
            try (var started = start.apply(i)) {
                started.untilKnown();
                starts.add(started);
            }
        }
        return starts;
    }

    private static List<Double> milliseconds(List<Started> starts, Function<Started, Duration> figure) {
        return starts.stream().map(start -> figure.apply(start).toNanos() / 1e6).toList();
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void memory() throws Exception {
        try (var open = OpenConsole.onTheWorld()) {
            table.counted("heap at rest", "MiB", heap());
            for (int visit = 0; visit < VISITS; visit++) {
                for (var section : Section.values()) {
                    open.go(section.place());
                }
            }
            var after = heap();
            table.counted("heap after 50 visits of every place", "MiB", after);
            assertThat(after).isLessThan(1_024);
        }
    }

    private static long heap() throws InterruptedException {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            Thread.sleep(100); // a pulse lets go of what was drawn last
        }
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    /// One start on a network that runs.
    private static final class Started implements AutoCloseable {

        private final long began = System.nanoTime();
        private final OpenConsole open;
        private final Duration picture;
        private Duration known = Duration.ZERO;

        Started(LocalNetwork network, Path store) {
            open = OpenConsole.on(network, store);
            onFx(() -> Picture.of(scene()));
            picture = since();
        }

        private Scene scene() {
            return open.scene();
        }

        private Duration since() {
            return Duration.ofNanos(System.nanoTime() - began);
        }

        void untilKnown() {
            await(() -> open.wiring().protocol().follow().known().get() instanceof Loadable.Ready<Known>);
            known = since();
        }

        Duration picture() {
            return picture;
        }

        Duration known() {
            return known;
        }

        @Override
        public void close() {
            open.closeWindow();
        }
    }
}
