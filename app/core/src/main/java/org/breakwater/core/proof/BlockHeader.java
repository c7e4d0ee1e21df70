package org.breakwater.core.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.decoding.Flaw;
import org.breakwater.core.decoding.Input;
import org.breakwater.core.decoding.RefusedException;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;

/// A block's header. Its hash is computed from every field, so that a block's hash vouches for all of them.
///
/// @param stateRoot what the whole state after the block hashes to
/// @param time in seconds since 1970
/// @param isOfOwnForm whether the chain's blocks have fields besides Ethereum's, so that they may be hashed in another
/// way
public record BlockHeader(Hash32 hash, Hash32 stateRoot, BigInteger number, BigInteger time, boolean isOfOwnForm) {

    private static final int ADDRESS = 20;
    private static final int BLOOM = 256;
    private static final int NONCE = 8;
    private static final int QUANTITY = 32;

    /// More than any chain lets a proposer write.
    private static final int MOST_EXTRA = 1_024;

    private enum Form {
        FIXED,
        NUMBER,
        TEXT
    }

    /// @param size in bytes, at most where it is not fixed
    private record Field(String name, Form form, int size) {

        static Field hash(String name) {
            return new Field(name, Form.FIXED, Hash32.LENGTH);
        }

        static Field number(String name) {
            return new Field(name, Form.NUMBER, QUANTITY);
        }
    }

    /// The fields in the order in which they are hashed. Those that forks have added follow one after the other.
    private static final List<Field> FIELDS = List.of(
            Field.hash("parentHash"),
            Field.hash("sha3Uncles"),
            new Field("miner", Form.FIXED, ADDRESS),
            Field.hash("stateRoot"),
            Field.hash("transactionsRoot"),
            Field.hash("receiptsRoot"),
            new Field("logsBloom", Form.FIXED, BLOOM),
            Field.number("difficulty"),
            Field.number("number"),
            Field.number("gasLimit"),
            Field.number("gasUsed"),
            Field.number("timestamp"),
            new Field("extraData", Form.TEXT, MOST_EXTRA),
            Field.hash("mixHash"),
            new Field("nonce", Form.FIXED, NONCE));

    private static final List<Field> ADDED = List.of(
            Field.number("baseFeePerGas"),
            Field.hash("withdrawalsRoot"),
            Field.number("blobGasUsed"),
            Field.number("excessBlobGas"),
            Field.hash("parentBeaconBlockRoot"),
            Field.hash("requestsHash"));

    /// What nodes tell of a block besides its header.
    private static final Set<String> KNOWN = Stream.concat(
                    Stream.of("hash", "totalDifficulty", "size"),
                    Stream.concat(FIELDS.stream(), ADDED.stream()).map(Field::name))
            .collect(Collectors.toUnmodifiableSet());

    /// Reads a header as nodes tell it (`eth_getBlockByNumber`).
    ///
    /// @param told the fields that are texts, by their names
    public static Decoding<BlockHeader> of(Map<String, String> told) {
        return Decoding.of(() -> {
            var fields = new ArrayList<Bytes>();
            for (var field : FIELDS) {
                fields.add(read(told, field));
            }
            for (var field : ADDED) {
                if (!told.containsKey(field.name())) {
                    break;
                }
                fields.add(read(told, field));
            }
            return new BlockHeader(
                    Keccak.hash(Rlp.Items.of(fields).encoded()),
                    new Hash32(fields.get(index("stateRoot"))),
                    fields.get(index("number")).toUnsigned(),
                    fields.get(index("timestamp")).toUnsigned(),
                    told.keySet().stream().anyMatch(name -> !KNOWN.contains(name)));
        });
    }

    private static int index(String name) {
        return FIELDS.stream().map(Field::name).toList().indexOf(name);
    }

    private static Bytes read(Map<String, String> told, Field field) throws RefusedException {
        var written = told.get(field.name());
        if (written == null) {
            throw refused(field, Flaw.CUT_SHORT, "is missing");
        }
        if (written.length() > 2 + 2 * field.size()) {
            throw refused(field, Flaw.TOO_LARGE, "is longer than " + field.size() + " bytes");
        }
        try {
            var value = field.form() == Form.NUMBER ? number(written) : Bytes.parse(written);
            if (field.form() == Form.FIXED && value.length() != field.size()) {
                throw refused(field, Flaw.OTHER_KIND, "has not " + field.size() + " bytes");
            }
            return value;
        } catch (IllegalArgumentException unwritten) {
            throw refused(field, Flaw.OTHER_KIND, "is not written in hex");
        }
    }

    private static Bytes number(String written) {
        if (!written.matches("0x[0-9a-fA-F]+")) {
            throw new IllegalArgumentException("no number");
        }
        return Scalar.of(new BigInteger(written.substring(2), 16));
    }

    private static RefusedException refused(Field field, Flaw flaw, String why) {
        return new Input("the header of the block", Bytes.EMPTY).refused(flaw, 0, field.name() + " " + why);
    }
}
