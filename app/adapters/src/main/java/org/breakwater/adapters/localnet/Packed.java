package org.breakwater.adapters.localnet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZInputStream;
import org.tukaani.xz.XZOutputStream;

/// Compression of what a prepared world is made of: `.xz` (decision 0011).
final class Packed {

    /// What reading may take, in KiB: the dictionary and some room.
    private static final int MOST_MEMORY = 128 << 10;

    private static final int DICTIONARY = 64 << 20;

    private Packed() {}

    static InputStream reading(InputStream packed) throws IOException {
        return new XZInputStream(new BufferedInputStream(packed, 1 << 16), MOST_MEMORY);
    }

    static OutputStream writing(OutputStream packed) throws IOException {
        var options = new LZMA2Options(LZMA2Options.PRESET_MAX);
        options.setDictSize(DICTIONARY);
        return new XZOutputStream(packed, options);
    }
}
