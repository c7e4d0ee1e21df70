package org.breakwater.core.safe;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.decoding.Flaw;
import org.breakwater.core.decoding.Input;
import org.breakwater.core.decoding.RefusedException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Word;

/// What was read from signatures as `execTransaction` takes them: 65 bytes for each, then what contracts are given.
/// {@link OwnerSignature#inOwnerOrder} writes them.
///
/// @param signatures in the order in which they stand
/// @param oddities what the Safe ignores and the standard encoding does not have
public record SignatureBlob(List<SafeSignature> signatures, Set<Oddity> oddities) {

    /// The longest blob that is read, in bytes.
    public static final int MOST_BYTES = 1 << 16;

    private static final int P256 = 2;

    /// What published transactions are known to hold, and Safes to ignore.
    public enum Oddity {
        /// Zeros follow the end.
        TRAILING_ZEROS,
        /// Bytes before an owner's address are set.
        DIRTY_OWNER,
        /// The second word of an approved hash is set.
        UNUSED_WORD
    }

    public SignatureBlob {
        signatures = List.copyOf(signatures);
        oddities = Set.copyOf(oddities);
    }

    /// Reads a blob to its very end. What contracts are given must follow the signatures in their order, without gap
    /// or overlap.
    public static Decoding<SignatureBlob> parse(Bytes blob) {
        return Decoding.of(() -> new Parser(new Input("the signatures", blob)).parse());
    }

    /// Whether owners stand in strictly ascending order, without which a Safe refuses them.
    public static boolean isAscending(List<Address> owners) {
        for (int i = 1; i < owners.size(); i++) {
            if (owners.get(i - 1).compareTo(owners.get(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    /// Reads one blob.
    private static final class Parser {

        private static final int UNKNOWN = -1;

        private final Input input;
        private final List<SafeSignature> signatures = new ArrayList<>();
        private final Set<Oddity> oddities = EnumSet.noneOf(Oddity.class);

        /// Where the signatures end and what contracts are given begins: known once the first contract's was read.
        private int firstPart = UNKNOWN;

        /// Where the next contract's part must begin.
        private int nextPart = UNKNOWN;

        Parser(Input input) {
            this.input = input;
        }

        SignatureBlob parse() throws RefusedException {
            if (input.bytes().length() > MOST_BYTES) {
                throw input.refused(Flaw.TOO_LARGE, MOST_BYTES, "they are longer than " + MOST_BYTES + " bytes");
            }
            var at = 0;
            while (firstPart == UNKNOWN ? hasMore(at) : at + SafeSignature.LENGTH <= firstPart) {
                signatures.add(signature(at));
                at += SafeSignature.LENGTH;
            }
            if (firstPart != UNKNOWN && at != firstPart) {
                throw input.refused(Flaw.MISPLACED, at, "a contract's part does not begin where the signatures end");
            }
            requireEnd(firstPart == UNKNOWN ? at : nextPart);
            return new SignatureBlob(signatures, oddities);
        }

        /// Whether something else than zeros follows.
        private boolean hasMore(int at) {
            return !input.bytes().isFilledWith(0, at, input.bytes().length());
        }

        private void requireEnd(int end) throws RefusedException {
            if (hasMore(end)) {
                throw input.refused(Flaw.LEFT_OVER, end, "bytes follow the last signature");
            }
            if (end < input.bytes().length()) {
                oddities.add(Oddity.TRAILING_ZEROS);
            }
        }

        private SafeSignature signature(int at) throws RefusedException {
            var slot = input.take(at, SafeSignature.LENGTH);
            var kind = slot.at(2 * Word.LENGTH);
            return switch (kind) {
                case SafeSignature.CONTRACT -> contract(slot, at);
                case SafeSignature.APPROVED_HASH -> approved(slot);
                case 27, 28 -> new SafeSignature.Ecdsa(ecdsa(slot, kind, at));
                case 31, 32 -> new SafeSignature.EthSign(ecdsa(slot, kind - SafeSignature.ETH_SIGN, at));
                case P256 ->
                    throw input.refused(Flaw.OTHER_KIND, at, "a signature over P-256, which no published Safe accepts");
                default ->
                    throw input.refused(
                            Flaw.OUT_OF_RANGE, at + 2 * Word.LENGTH, "no kind of signature has the number " + kind);
            };
        }

        private EcdsaSignature ecdsa(Bytes slot, int v, int at) throws RefusedException {
            try {
                return new EcdsaSignature(
                        slot.slice(0, Word.LENGTH).toUnsigned(),
                        slot.slice(Word.LENGTH, 2 * Word.LENGTH).toUnsigned(),
                        v);
            } catch (IllegalArgumentException noScalar) {
                throw input.refused(Flaw.OUT_OF_RANGE, at, String.valueOf(noScalar.getMessage()));
            }
        }

        private SafeSignature approved(Bytes slot) {
            if (!slot.isFilledWith(0, Word.LENGTH, 2 * Word.LENGTH)) {
                oddities.add(Oddity.UNUSED_WORD);
            }
            return new SafeSignature.ApprovedHash(owner(slot));
        }

        private Address owner(Bytes slot) {
            var padding = Word.LENGTH - Address.LENGTH;
            if (!slot.isFilledWith(0, 0, padding)) {
                oddities.add(Oddity.DIRTY_OWNER);
            }
            return new Address(slot.slice(padding, Word.LENGTH));
        }

        private SafeSignature contract(Bytes slot, int at) throws RefusedException {
            var part = input.size(at + Word.LENGTH, input.bytes().length(), "the place of a contract's part");
            if (firstPart == UNKNOWN) {
                firstPart = part;
                nextPart = part;
            }
            if (part != nextPart || part < at + SafeSignature.LENGTH) {
                throw input.refused(
                        Flaw.MISPLACED, at, "a contract's part is not behind the signatures and the parts before it");
            }
            var length = input.size(part, input.remaining(part + Word.LENGTH), "the length of a contract's part");
            nextPart = part + Word.LENGTH + length;
            return new SafeSignature.Contract(owner(slot), input.take(part + Word.LENGTH, length));
        }
    }
}
