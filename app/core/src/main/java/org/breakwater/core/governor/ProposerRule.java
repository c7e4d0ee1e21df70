package org.breakwater.core.governor;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.breakwater.core.value.Address;

/// Who may propose something by its text: a text that ends with `#proposer=0x…` is taken from that account alone.
/// Without
/// it, somebody who sees the transaction on its way can propose the same first, and take it back
/// (`Governor._isValidDescriptionForProposer`).
public sealed interface ProposerRule {

    /// Anybody with enough votes.
    record Anybody() implements ProposerRule {}

    /// This account alone.
    record Only(Address proposer) implements ProposerRule {}

    /// It looks as if it named somebody, and the Governor does not see it: it is not at the very end, or no address.
    record Unseen() implements ProposerRule {}

    String MARK = "#proposer=";

    /// The mark and an address in 42 characters.
    int LENGTH = 52;

    static ProposerRule of(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length >= LENGTH) {
            var end = new String(
                    Arrays.copyOfRange(bytes, bytes.length - LENGTH, bytes.length), StandardCharsets.ISO_8859_1);
            if (end.matches("#proposer=0x[0-9a-fA-F]{40}")) {
                return new Only(Address.parse(end.substring(MARK.length()).toLowerCase(Locale.ROOT)));
            }
        }
        return text.contains(MARK) ? new Unseen() : new Anybody();
    }

    /// What the text says besides who may propose it.
    static String free(String text) {
        return of(text) instanceof Only ? text.substring(0, text.length() - LENGTH) : text;
    }

    /// The text, so that only one account can propose it. What it named before is replaced.
    static String restricted(String text, Address proposer) {
        var stripped = free(text).stripTrailing();
        return stripped + (stripped.isEmpty() ? "" : "\n\n") + MARK + proposer;
    }
}
