package org.breakwater.core.text;

import java.util.regex.Pattern;

/// Somebody's text as it can be looked at: characters that cannot be seen, that turn the direction of writing or that
/// command a device are written out as their numbers, so that nothing in it is obeyed and nothing is hidden.
///
/// @param shown lines end with a line feed alone
/// @param written how many characters were written out
public record VisibleText(String shown, int written) {

    /// Controls, formats, halves of characters and unassigned ones, separators of lines and paragraphs, and those that
    /// Unicode calls ignorable by default.
    private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}\\x{034F}\\x{115F}\\x{1160}\\x{17B4}"
            + "\\x{17B5}\\x{180B}-\\x{180F}\\x{3164}\\x{FFA0}\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}&&[^\\n\\t]]");

    public static VisibleText of(String text) {
        var lines = text.replace("\r\n", "\n");
        var found = UNSEEN.matcher(lines);
        var written = 0;
        var shown = new StringBuilder();
        while (found.find()) {
            found.appendReplacement(
                    shown, String.format("⟨U+%04X⟩", found.group().codePointAt(0)));
            written++;
        }
        found.appendTail(shown);
        return new VisibleText(shown.toString(), written);
    }
}
