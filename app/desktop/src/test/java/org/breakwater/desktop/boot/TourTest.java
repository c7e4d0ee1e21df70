package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.desktop.fx.FxTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the program does on a machine without a display.
class TourTest extends FxTest {

    @TempDir
    private Path folder;

    @Test
    void everyPlaceIsPicturedInLightAndDark() throws Exception {
        try (var network = LocalNetwork.start();
                var connection = LocalConnection.to(network);
                var wiring = new Wiring(connection)) {
            new Tour(wiring, folder).run();
        }

        assertThat(folder).isDirectoryContaining("glob:**/treasury-light.png");
        var dark = ImageIO.read(folder.resolve("council-dark.png").toFile());
        assertThat(dark.getWidth()).isEqualTo(1440);
    }
}
