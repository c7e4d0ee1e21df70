package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javax.imageio.ImageIO;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.desktop.fx.Background;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TourTest {

    private static final Path PICTURES = Path.of(System.getProperty("breakwater.pictures", "target/pictures"));

    @BeforeAll
    static void startToolkit() throws InterruptedException {
        var started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
    }

    @Test
    void pressingBothButtonsChangesTheParameterOnChain() throws Exception {
        try (var network = LocalNetwork.start()) {
            var wiring = new Wiring(network);
            assertThat(wiring.registry().value(Wiring.CONCENTRATION)).isEqualTo(2_000);

            new Tour(wiring.overview(Background.onVirtualThreads()), PICTURES).run();

            assertThat(wiring.registry().value(Wiring.CONCENTRATION)).isEqualTo(1_800);
            var before = ImageIO.read(PICTURES.resolve("before.png").toFile());
            var after = ImageIO.read(PICTURES.resolve("after.png").toFile());
            assertThat(before.getWidth()).isEqualTo(900).isEqualTo(after.getWidth());
        }
    }
}
