package org.breakwater.core.value;

/// Text from outside as a sentence may repeat it: in quotation marks, short, and without characters that cannot be
/// seen or that turn the direction of writing.
public final class Quotation {

    private static final int MOST = 60;

    private Quotation() {}

    public static String of(String text) {
        var shown = text.length() <= MOST ? text : text.substring(0, MOST) + "…";
        return "“" + plain(shown) + "”";
    }

    /// The text with every control, format and half character replaced by a sign for it.
    public static String plain(String text) {
        return text.replaceAll("\\p{C}", "\ufffd");
    }
}
