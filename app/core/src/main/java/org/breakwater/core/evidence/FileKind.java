package org.breakwater.core.evidence;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breakwater.core.value.Bytes;

/// The kinds of files that are known by how they begin, and are not opened.
final class FileKind {

    private record Start(String hex, int at, String what) {

        boolean isOf(byte[] bytes) {
            var start = HexFormat.of().parseHex(hex);
            if (bytes.length < at + start.length) {
                return false;
            }
            for (int i = 0; i < start.length; i++) {
                if (bytes[at + i] != start[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final List<Start> STARTS = List.of(
            new Start("25504446", 0, "A PDF document"),
            new Start("2521", 0, "A PostScript document"),
            new Start("504b0304", 0, "A ZIP archive, or a document that is packed as one"),
            new Start("504b0506", 0, "A ZIP archive"),
            new Start("1f8b", 0, "A gzip archive"),
            new Start("425a68", 0, "A bzip2 archive"),
            new Start("fd377a585a00", 0, "An xz archive"),
            new Start("28b52ffd", 0, "A Zstandard archive"),
            new Start("377abcaf271c", 0, "A 7-Zip archive"),
            new Start("526172211a07", 0, "A RAR archive"),
            new Start("7573746172", 257, "A tar archive"),
            new Start("474946383761", 0, "A GIF picture"),
            new Start("474946383961", 0, "A GIF picture"),
            new Start("57454250", 8, "A WebP picture"),
            new Start("49492a00", 0, "A TIFF picture"),
            new Start("4d4d002a", 0, "A TIFF picture"),
            new Start("66747970", 4, "A film, or a picture of a film's format"),
            new Start("1a45dfa3", 0, "A Matroska film"),
            new Start("494433", 0, "A sound"),
            new Start("4f676753", 0, "A sound or film"),
            new Start("d0cf11e0a1b11ae1", 0, "An old Office document"),
            new Start("7b5c727466", 0, "A Rich Text document"),
            new Start("7f454c46", 0, "A program"),
            new Start("cafebabe", 0, "A program"),
            new Start("0061736d", 0, "A program"));

    private static final int LOOKED_AT = 4_096;
    private static final List<String> HTML = List.of("<html", "<!doctype html", "<script", "<body", "<head", "<iframe");

    private FileKind() {}

    static Optional<String> of(byte[] bytes) {
        return STARTS.stream()
                .filter(start -> start.isOf(bytes))
                .map(Start::what)
                .findFirst()
                .or(() -> markup(bytes));
    }

    /// What begins with an angle bracket is markup, whatever is in it: it is meant to be obeyed.
    private static Optional<String> markup(byte[] bytes) {
        var text = new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.UTF_8)
                .replace("\ufeff", "")
                .replace("\0", "") // of UTF-16
                .strip()
                .toLowerCase(Locale.ROOT);
        var start = text.indexOf('<');
        if (start < 0 || start > 2 || text.startsWith("<http")) {
            return Optional.empty();
        }
        if (text.contains("<svg") || text.contains(":svg")) {
            return Optional.of("An SVG picture, which can hold scripts");
        }
        return HTML.stream().anyMatch(text::contains)
                ? Optional.of("An HTML page, which can hold scripts")
                : Optional.of("A document in XML or other markup");
    }

    /// An ending by which the file is known, for where it is saved.
    static String ending(Bytes content) {
        return switch (EvidenceContent.of(content)) {
            case EvidenceContent.Text _ -> ".txt";
            case EvidenceContent.Picture(var format, var _, var _) -> format.equals("PNG") ? ".png" : ".jpg";
            case EvidenceContent.Other _ -> ".bin";
        };
    }
}
