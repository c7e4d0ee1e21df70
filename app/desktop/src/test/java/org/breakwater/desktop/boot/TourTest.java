package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.desktop.fx.FxTest;
import org.junit.jupiter.api.Test;

class TourTest extends FxTest {

    private static final Path PICTURES = Path.of(System.getProperty("breakwater.pictures", "target/pictures"));

    @Test
    void pressingBothButtonsChangesTheParameterOnChain() throws Exception {
        try (var network = LocalNetwork.start();
                var connection = LocalConnection.to(network);
                var wiring = new Wiring(connection)) {
            assertThat(wiring.registry().value(Wiring.CONCENTRATION)).isEqualTo(2_000);

            new Tour(wiring, PICTURES).run();

            assertThat(wiring.registry().value(Wiring.CONCENTRATION)).isEqualTo(1_800);
            var before = ImageIO.read(PICTURES.resolve("before.png").toFile());
            var after = ImageIO.read(PICTURES.resolve("after.png").toFile());
            assertThat(before.getWidth()).isEqualTo(1440).isEqualTo(after.getWidth());
        }
    }
}
