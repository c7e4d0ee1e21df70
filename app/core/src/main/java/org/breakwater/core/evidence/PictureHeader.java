package org.breakwater.core.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// What a picture says of itself before anything of it is decoded.
///
/// @param width pixels; zero where that cannot be read
/// @param height pixels; zero where that cannot be read
/// @param passes how often it would be drawn over
record PictureHeader(String format, int width, int height, int passes) {

    /// Progressive pictures have about ten.
    static final int MOST_PASSES = 64;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] HEADER = "IHDR".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER_LENGTH = 13;
    private static final int HEADER_AT = 12;
    private static final int WIDTH_AT = 16;
    private static final int HEIGHT_AT = 20;
    private static final int FIRST_FRAME = 0xc0;
    private static final int LAST_FRAME = 0xcf;
    private static final int HUFFMAN = 0xc4;
    private static final int RESERVED = 0xc8;
    private static final int ARITHMETIC = 0xcc;
    private static final int SCAN = 0xda;

    /// Nothing for what begins as neither format does.
    static Optional<PictureHeader> read(byte[] bytes) {
        if (startsWith(bytes, PNG)) {
            return Optional.of(png(bytes));
        }
        return startsWith(bytes, JPEG) ? Optional.of(jpeg(bytes)) : Optional.empty();
    }

    static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private static PictureHeader png(byte[] bytes) {
        var isWhole = bytes.length >= HEIGHT_AT + 4
                && number(bytes, PNG.length) == HEADER_LENGTH
                && Arrays.equals(bytes, HEADER_AT, HEADER_AT + 4, HEADER, 0, 4);
        return isWhole
                ? new PictureHeader("PNG", number(bytes, WIDTH_AT), number(bytes, HEIGHT_AT), 1)
                : new PictureHeader("PNG", 0, 0, 1);
    }

    /// Walks over the segments to the one that has the size. A second one would be another size: it counts as none.
    private static PictureHeader jpeg(byte[] bytes) {
        var width = 0;
        var height = 0;
        var frames = 0;
        var at = 2;
        while (at + 9 < bytes.length && (bytes[at] & 0xff) == 0xff) {
            var marker = bytes[at + 1] & 0xff;
            if (marker == 0xff) {
                at++;
                continue;
            }
            if (marker == SCAN) {
                break;
            }
            var length = half(bytes, at + 2);
            if (isFrame(marker)) {
                height = half(bytes, at + 5);
                width = half(bytes, at + 7);
                frames++;
            }
            at += 2 + Math.max(2, length);
        }
        return frames == 1
                ? new PictureHeader("JPEG", width, height, passes(bytes, at))
                : new PictureHeader("JPEG", 0, 0, 1);
    }

    private static boolean isFrame(int marker) {
        return marker >= FIRST_FRAME
                && marker <= LAST_FRAME
                && marker != HUFFMAN
                && marker != RESERVED
                && marker != ARITHMETIC;
    }

    /// In a scan's own bytes such a marker never stands.
    private static int passes(byte[] bytes, int from) {
        var passes = 0;
        for (int i = from; i + 1 < bytes.length; i++) {
            if ((bytes[i] & 0xff) == 0xff && (bytes[i + 1] & 0xff) == SCAN) {
                passes++;
            }
        }
        return passes;
    }

    private static int half(byte[] bytes, int at) {
        return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
    }

    /// Negative for what no picture has.
    private static int number(byte[] bytes, int at) {
        return half(bytes, at) << 16 | half(bytes, at + 2);
    }
}
