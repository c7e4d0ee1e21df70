package org.breakwater.core.evidence;

import org.breakwater.core.text.VisibleText;
import org.breakwater.core.value.Bytes;

/// What bytes are, by the bytes alone: what a server calls them counts for nothing. Text and pictures of two formats
/// can be shown; everything else is only named, because showing it would mean to run or to unpack it.
public sealed interface EvidenceContent {

    /// The most pixels of a picture that is decoded.
    int MOST_PIXELS = 16_000_000;

    /// The longest side of a picture that is decoded.
    int MOST_SIDE = 10_000;

    /// @param text with whatever cannot be seen written out
    record Text(VisibleText text) implements EvidenceContent {}

    /// @param format `PNG` or `JPEG`
    /// @param width pixels
    /// @param height pixels
    record Picture(String format, int width, int height) implements EvidenceContent {}

    /// Is not shown.
    ///
    /// @param what it is, with its article
    /// @param why it is not shown, a sentence
    record Other(String what, String why) implements EvidenceContent {}

    static EvidenceContent of(Bytes content) {
        var bytes = content.toArray();
        if (bytes.length == 0) {
            return new Other("Nothing", "It is empty.");
        }
        return PictureHeader.read(bytes)
                .map(EvidenceContent::picture)
                .or(() -> FileKind.of(bytes).map(kind -> new Other(kind, "Files of this kind are not opened here.")))
                .orElseGet(() -> text(content));
    }

    private static EvidenceContent picture(PictureHeader header) {
        if (header.width() <= 0 || header.height() <= 0) {
            return new Other("A " + header.format() + " picture", "Its size cannot be read from it.");
        }
        var isLarge = header.width() > MOST_SIDE
                || header.height() > MOST_SIDE
                || (long) header.width() * header.height() > MOST_PIXELS;
        if (isLarge) {
            return new Other(
                    "A " + header.format() + " picture",
                    String.format(
                            "It says that it is %,d × %,d pixels; at most %,d are decoded, and %,d on a side.",
                            header.width(), header.height(), MOST_PIXELS, MOST_SIDE));
        }
        if (header.passes() > PictureHeader.MOST_PASSES) {
            return new Other(
                    "A " + header.format() + " picture",
                    "It would be drawn over " + header.passes() + " times; at most " + PictureHeader.MOST_PASSES
                            + " are decoded.");
        }
        return new Picture(header.format(), header.width(), header.height());
    }

    private static EvidenceContent text(Bytes content) {
        var words = content.toText();
        if (words.isEmpty()) {
            return new Other("A file of an unknown kind", "It is no text in UTF-8 and no picture that is shown here.");
        }
        if (words.get().indexOf('\0') >= 0) {
            return new Other("A file of an unknown kind", "It is no text: it holds zero bytes.");
        }
        return new Text(VisibleText.of(words.get()));
    }
}
