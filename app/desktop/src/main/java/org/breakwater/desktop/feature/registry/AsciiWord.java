package org.breakwater.desktop.feature.registry;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.breakwater.core.value.Hash32;

/// A word of 32 bytes that spells something: characters from the left, zeros after them.
final class AsciiWord {

    private AsciiWord() {}

    /// Empty where it spells nothing that can be read.
    static Optional<String> read(Hash32 word) {
        var text = new String(word.bytes().toArray(), StandardCharsets.US_ASCII);
        var end = text.indexOf('\0');
        var spelled = end < 0 ? text : text.substring(0, end);
        var rest = end < 0 ? "" : text.substring(end);
        var legible = !spelled.isEmpty() && spelled.chars().allMatch(character -> character >= ' ' && character < 0x7f);
        return legible && rest.chars().allMatch(character -> character == 0) ? Optional.of(spelled) : Optional.empty();
    }
}
