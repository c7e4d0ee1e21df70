package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.navigation.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the program does on a machine without a display.
class TourTest extends FxTest {

    private static final int ON_AN_EMPTY_PAGE = 20;

    @TempDir
    private Path folder;

    @Test
    void everyPlaceIsPicturedInLightAndDarkWithWhatItShows() throws Exception {
        try (var network = OpenConsole.startRead();
                var connection = LocalConnection.to(network);
                var wiring = new Wiring(connection)) {
            new Tour(wiring, folder).run();
        }

        for (var section : Section.values()) {
            for (var scheme : List.of("light", "dark")) {
                var name = section.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + scheme + ".png";
                var picture = ImageIO.read(folder.resolve(name).toFile());
                assertThat(picture.getWidth()).isEqualTo(1440);
                assertThat(coloursBesideTheMenu(picture)).as(name).isGreaterThan(ON_AN_EMPTY_PAGE);
            }
        }
    }

    /// Letters alone have dozens, because their edges are smooth.
    private static long coloursBesideTheMenu(BufferedImage picture) {
        return Arrays.stream(picture.getRGB(300, 100, 1000, 700, null, 0, 1000))
                .distinct()
                .count();
    }
}
