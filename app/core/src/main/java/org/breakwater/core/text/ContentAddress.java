package org.breakwater.core.text;

import java.util.Optional;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;

/// Where a text can be asked for, named by what it says: an IPFS address of one raw block under its Keccak-256
/// (CID version 1, codec `raw` 0x55, multihash 0x1b, in lower-case base32 as the multibase `b` has it). The hash that
/// the contracts keep and the address that they emit are therefore two spellings of one thing.
///
/// @param hash Keccak-256 of the text's bytes
public record ContentAddress(Hash32 hash) {

    private static final String SCHEME = "ipfs://b";
    private static final Bytes PREFIX = Bytes.fromHex("0x01551b20");
    private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int BITS = 5;
    private static final int LENGTH = ((PREFIX.length() + Hash32.LENGTH) * 8 + BITS - 1) / BITS;

    /// Reads an address of this form; nothing for any other, among them other spellings of the same hash.
    public static Optional<ContentAddress> parse(String text) {
        if (text.length() != SCHEME.length() + LENGTH || !text.startsWith(SCHEME)) {
            return Optional.empty();
        }
        var bytes = decoded(text.substring(SCHEME.length()));
        if (!bytes.slice(0, PREFIX.length()).equals(PREFIX)) {
            return Optional.empty();
        }
        var address = new ContentAddress(new Hash32(bytes.slice(PREFIX.length(), bytes.length())));
        return address.toString().equals(text) ? Optional.of(address) : Optional.empty();
    }

    @Override
    public String toString() {
        return SCHEME + encoded(Bytes.concat(PREFIX, hash.bytes()));
    }

    private static String encoded(Bytes bytes) {
        var text = new StringBuilder(LENGTH);
        for (int bit = 0; bit < bytes.length() * 8; bit += BITS) {
            var digit = 0;
            for (int i = bit; i < bit + BITS; i++) {
                digit = digit << 1 | (i < bytes.length() * 8 ? bytes.at(i / 8) >> (7 - i % 8) & 1 : 0);
            }
            text.append(DIGITS.charAt(digit));
        }
        return text.toString();
    }

    /// What is no digit counts as zero: writing the result out again shows it.
    private static Bytes decoded(String text) {
        var bytes = new byte[PREFIX.length() + Hash32.LENGTH];
        for (int i = 0; i < bytes.length * 8; i++) {
            var digit = Math.max(0, DIGITS.indexOf(text.charAt(i / BITS)));
            bytes[i / 8] |= (byte) ((digit >> (BITS - 1 - i % BITS) & 1) << (7 - i % 8));
        }
        return Bytes.of(bytes);
    }
}
