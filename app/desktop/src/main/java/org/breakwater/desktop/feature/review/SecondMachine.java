package org.breakwater.desktop.feature.review;

import org.breakwater.core.value.Hash32;

/// What a person has typed so far of the hash that a second machine shows. Only a whole hash is compared: ends that are
/// alike can be made.
sealed interface SecondMachine {

    int DIGITS = 2 * Hash32.LENGTH;

    /// Nothing.
    record Untouched() implements SecondMachine {}

    /// A part, or too much.
    record Part(int digits) implements SecondMachine {}

    /// A character that no hash has.
    record NoHash() implements SecondMachine {}

    /// A whole hash.
    record Whole(Hash32 hash) implements SecondMachine {}

    /// @param typed with or without `0x`, and with spaces where the groups of a screen have them
    static SecondMachine of(String typed) {
        var text = typed.replaceAll("[\\s\\u00A0]", "");
        var digits = text.startsWith("0x") ? text.substring(2) : text;
        if (text.isEmpty()) {
            return new Untouched();
        }
        if (!digits.matches("[0-9a-fA-F]*")) {
            return new NoHash();
        }
        return digits.length() == DIGITS ? new Whole(Hash32.fromHex(digits)) : new Part(digits.length());
    }
}
