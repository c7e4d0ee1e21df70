package org.breakwater.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// The pictures of the user guide, at half their width and height. They are made anew together with the reference
/// pictures, and compared with what the program shows.
public final class GuidePictures {

    private static final boolean RECORDING = Boolean.getBoolean("breakwater.pictures.record");
    private static final Path FOLDER = Path.of("..", "docs", "guide", "pictures");

    private GuidePictures() {}

    /// Insists that the guide shows a place as it is.
    public static void compare(String name, Picture picture) throws IOException {
        var file = FOLDER.resolve(name + ".png");
        if (RECORDING) {
            Files.createDirectories(FOLDER);
            Files.write(file, half(picture.png()));
        }
        var difference = SmallPicture.of(picture).from(SmallPicture.ofHalf(Files.readAllBytes(file)));
        assertThat(difference.levels())
                .as(
                        "the guide's picture %s shows something else at (%d, %d). If it should, record the pictures"
                                + " anew: -Dbreakwater.pictures.record=true",
                        file, difference.x(), difference.y())
                .isLessThanOrEqualTo(ReferencePictures.TOLERANCE);
    }

    private static byte[] half(byte[] png) throws IOException {
        var large = ImageIO.read(new ByteArrayInputStream(png));
        var small = new BufferedImage(large.getWidth() / 2, large.getHeight() / 2, BufferedImage.TYPE_INT_RGB);
        var drawing = small.createGraphics();
        drawing.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        drawing.drawImage(large, 0, 0, small.getWidth(), small.getHeight(), null);
        drawing.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(small, "png", bytes);
        return bytes.toByteArray();
    }
}
