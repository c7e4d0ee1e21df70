package org.breakwater.desktop.fx;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.ImageIO;

/// A scene as a PNG file.
public final class Picture {

    private final int width;
    private final int height;
    private final int[] pixels;

    private Picture(int width, int height, int[] pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    /// Takes the picture; on the toolkit's thread.
    public static Picture of(Scene scene) {
        return of(scene.snapshot(null));
    }

    /// Takes a picture of a part of a scene; on the toolkit's thread.
    public static Picture of(Node part) {
        return of(part.snapshot(null, null));
    }

    private static Picture of(Image image) {
        var width = (int) image.getWidth();
        var height = (int) image.getHeight();
        var pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return new Picture(width, height, pixels);
    }

    /// Whether the other one has the same size and colours.
    public boolean isLike(Picture other) {
        return width == other.width && height == other.height && Arrays.equals(pixels, other.pixels);
    }

    /// The bytes of a PNG file.
    public byte[] png() {
        var bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(buffered(), "png", bytes)) {
                throw new IOException("this Java has no writer for PNG");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }

    private BufferedImage buffered() {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        return image;
    }

    public void write(Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.write(file, png());
    }
}
