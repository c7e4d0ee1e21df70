package org.breakwater.core.proof;

import java.util.List;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.decoding.Flaw;
import org.breakwater.core.decoding.Input;
import org.breakwater.core.value.Bytes;

/// A value in Ethereum's recursive length prefix encoding. What is decoded, {@link #encoded} encodes to the very same
/// bytes: a length is never written longer than it has to be, and nothing follows the value.
public sealed interface Rlp {

    /// Bytes.
    record Text(Bytes bytes) implements Rlp {}

    /// Values, one after the other.
    record Items(List<Rlp> all) implements Rlp {
        public Items {
            all = List.copyOf(all);
        }

        public static Items of(List<Bytes> texts) {
            return new Items(texts.stream().<Rlp>map(Text::new).toList());
        }
    }

    /// The encoding.
    default Bytes encoded() {
        return switch (this) {
            case Text(var bytes) when bytes.length() == 1 && bytes.at(0) < RlpPrefix.TEXT -> bytes;
            case Text(var bytes) -> Bytes.concat(RlpPrefix.of(RlpPrefix.TEXT, bytes.length()), bytes);
            case Items(var all) -> {
                var content = Bytes.concat(all.stream().map(Rlp::encoded).toArray(Bytes[]::new));
                yield Bytes.concat(RlpPrefix.of(RlpPrefix.ITEMS, content.length()), content);
            }
        };
    }

    /// Reads one value, which the bytes are to their end.
    ///
    /// @param subject as in {@link org.breakwater.core.decoding.Refusal}
    /// @param most how many bytes are read at most
    static Decoding<Rlp> decode(String subject, Bytes bytes, int most) {
        return Decoding.of(() -> {
            var input = new Input(subject, bytes);
            if (bytes.length() > most) {
                throw input.refused(Flaw.TOO_LARGE, most, "it is longer than " + most + " bytes");
            }
            return new RlpReader(input).whole();
        });
    }
}
