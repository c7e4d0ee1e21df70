package org.breakwater.desktop.fx;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// A picture at a quarter of its width and height, in which it can be seen what stands where and in which colour, and
/// not how a machine draws the edges of its letters.
public final class SmallPicture {

    static final int SCALE = 4;

    /// Pixels of the small picture: 16 of the large one, as wide as an icon.
    static final int WINDOW = 4;

    private static final int CHANNELS = 3;

    private final int width;
    private final int height;

    /// Red, green and blue of each pixel, 0…255.
    private final int[] values;

    private SmallPicture(int width, int height, int[] values) {
        this.width = width;
        this.height = height;
        this.values = values;
    }

    public static SmallPicture of(Picture picture) {
        return of(image(picture.png()), SCALE);
    }

    /// Of a picture that was drawn at half its width and height.
    static SmallPicture ofHalf(byte[] png) {
        return of(image(png), SCALE / 2);
    }

    private static SmallPicture of(BufferedImage large, int scale) {
        var width = large.getWidth() / scale;
        var height = large.getHeight() / scale;
        var values = new int[width * height * CHANNELS];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int channel = 0; channel < CHANNELS; channel++) {
                    values[(y * width + x) * CHANNELS + channel] = mean(large, x * scale, y * scale, scale, channel);
                }
            }
        }
        return new SmallPicture(width, height, values);
    }

    private static int mean(BufferedImage image, int left, int top, int scale, int channel) {
        var sum = 0;
        for (int y = top; y < top + scale; y++) {
            for (int x = left; x < left + scale; x++) {
                sum += channel(image.getRGB(x, y), channel);
            }
        }
        return Math.round(sum / (float) (scale * scale));
    }

    private static int channel(int rgb, int channel) {
        return (rgb >> (8 * (CHANNELS - 1 - channel))) & 0xff;
    }

    static SmallPicture read(byte[] png) {
        var image = image(png);
        var values = new int[image.getWidth() * image.getHeight() * CHANNELS];
        for (int i = 0; i < values.length; i++) {
            var pixel = i / CHANNELS;
            values[i] = channel(image.getRGB(pixel % image.getWidth(), pixel / image.getWidth()), i % CHANNELS);
        }
        return new SmallPicture(image.getWidth(), image.getHeight(), values);
    }

    private static BufferedImage image(byte[] png) {
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    byte[] png() {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int pixel = 0; pixel < width * height; pixel++) {
            var at = pixel * CHANNELS;
            image.setRGB(pixel % width, pixel / width, (values[at] << 16) | (values[at + 1] << 8) | values[at + 2]);
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bytes.toByteArray();
    }

    /// Where two pictures differ most.
    ///
    /// @param levels of 255, by which red, green or blue differs on average over a square of 16 pixels
    /// @param x of the square's left upper corner in the large picture
    public record Difference(double levels, int x, int y) {}

    /// Finds the square of an icon's size over which the mean colour differs most. Letters that are drawn a little
    /// fatter or further right have nearly the same mean; what is missing, cut or of another colour has another.
    public Difference from(SmallPicture other) {
        if (width != other.width || height != other.height) {
            return new Difference(255, 0, 0);
        }
        var worst = new Difference(0, 0, 0);
        for (int channel = 0; channel < CHANNELS; channel++) {
            var sums = sums(other, channel);
            for (int y = 0; y + WINDOW <= height; y++) {
                for (int x = 0; x + WINDOW <= width; x++) {
                    var levels = Math.abs(window(sums, x, y)) / (double) (WINDOW * WINDOW);
                    if (levels > worst.levels()) {
                        worst = new Difference(levels, x * SCALE, y * SCALE);
                    }
                }
            }
        }
        return worst;
    }

    /// The differences summed up from the left upper corner.
    private long[] sums(SmallPicture other, int channel) {
        var stride = width + 1;
        var sums = new long[stride * (height + 1)];
        for (int y = 0; y < height; y++) {
            long row = 0;
            for (int x = 0; x < width; x++) {
                var at = (y * width + x) * CHANNELS + channel;
                row += values[at] - other.values[at];
                sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1] + row;
            }
        }
        return sums;
    }

    private long window(long[] sums, int x, int y) {
        var stride = width + 1;
        var upper = y * stride + x;
        var lower = (y + WINDOW) * stride + x;
        return sums[lower + WINDOW] - sums[lower] - sums[upper + WINDOW] + sums[upper];
    }
}
