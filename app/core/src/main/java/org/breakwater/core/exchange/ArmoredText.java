package org.breakwater.core.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/// Bytes as lines of text between two marks, as mail and chat programs leave them whole.
final class ArmoredText {

    private static final String BEGIN = "-----BEGIN BREAKWATER SAFE TRANSACTION-----";
    private static final String END = "-----END BREAKWATER SAFE TRANSACTION-----";
    private static final int LINE = 64;

    private ArmoredText() {}

    static String of(byte[] content) {
        var lines = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(content);
        return BEGIN + "\n" + lines + "\n" + END + "\n";
    }

    /// Whether a text begins like one.
    static boolean isArmored(String text) {
        return text.stripLeading().startsWith(BEGIN);
    }

    /// The bytes. Spaces and line feeds may have been added anywhere between the marks, and nothing else anywhere.
    ///
    /// @throws IllegalArgumentException for any other text
    static byte[] content(String text) {
        var stripped = text.strip();
        if (!stripped.startsWith(BEGIN)
                || !stripped.endsWith(END)
                || stripped.length() < BEGIN.length() + END.length()) {
            throw new IllegalArgumentException("it does not end with “" + END + "”: a part is missing");
        }
        var digits = stripped.substring(BEGIN.length(), stripped.length() - END.length())
                .replaceAll("[ \t\r\n]", "");
        var content = decoded(digits);
        if (!Arrays.equals(Base64.getEncoder().encode(content), digits.getBytes(StandardCharsets.US_ASCII))) {
            throw new IllegalArgumentException("a character between the marks was changed");
        }
        return content;
    }

    private static byte[] decoded(String digits) {
        try {
            return Base64.getDecoder().decode(digits);
        } catch (IllegalArgumentException noBase64) {
            throw new IllegalArgumentException("a character between the marks was changed", noBase64);
        }
    }
}
