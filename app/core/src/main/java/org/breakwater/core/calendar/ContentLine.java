package org.breakwater.core.calendar;

import java.nio.charset.StandardCharsets;

/// A content line of RFC 5545: folded so that no line is longer than 75 octets, and no character is cut in two.
final class ContentLine {

    /// Octets of a line, without its end.
    static final int MOST_OCTETS = 75;

    private static final String END = "\r\n";

    private ContentLine() {}

    /// @param value as it stands in the file: escaped where it is a text
    static void append(StringBuilder file, String name, String value) {
        var octets = 0;
        var line = name + ":" + value;
        for (var at = 0; at < line.length(); ) {
            var point = line.codePointAt(at);
            var character = Character.toString(point);
            var length = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > MOST_OCTETS) {
                file.append(END).append(' ');
                octets = 1;
            }
            file.append(character);
            octets += length;
            at += Character.charCount(point);
        }
        file.append(END);
    }

    /// A text as the value of a property. What cannot stand in a text stands as a space.
    static String escaped(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        var lines = text.replace("\r\n", "\n").replace('\r', '\n');
        lines.codePoints().forEach(point -> {
            switch (point) {
                case '\\' -> escaped.append("\\\\");
                case ';' -> escaped.append("\\;");
                case ',' -> escaped.append("\\,");
                case '\n' -> escaped.append("\\n");
                default -> escaped.appendCodePoint(isText(point) ? point : ' ');
            }
        });
        return escaped.toString();
    }

    private static boolean isText(int point) {
        var isSurrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return point == '\t' || !(Character.isISOControl(point) || isSurrogate);
    }
}
