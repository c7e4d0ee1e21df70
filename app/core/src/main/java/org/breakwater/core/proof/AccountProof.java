package org.breakwater.core.proof;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.decoding.Flaw;
import org.breakwater.core.decoding.Input;
import org.breakwater.core.decoding.RefusedException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;

/// What a node gives as a proof of an account and of words of its storage (`eth_getProof`). What it says besides, such
/// as the words themselves, is not looked at: they follow from the nodes.
///
/// @param way from the state's root to the account
/// @param words from the root of the account's storage to each word, by its slot
public record AccountProof(Address account, PatriciaProof way, Map<Hash32, PatriciaProof> words) {

    private static final int MOST_ACCOUNT = 128;
    private static final int PARTS = 4;

    public AccountProof {
        words = Map.copyOf(words);
    }

    /// What is proven of an account.
    ///
    /// @param codeHash of its runtime code
    /// @param words of its storage by their slots
    public record Proven(Hash32 codeHash, Map<Hash32, Hash32> words) {

        /// The code hash of an account without code.
        public static final Hash32 NO_CODE = Keccak.hash(Bytes.EMPTY);

        public Proven {
            words = Map.copyOf(words);
        }
    }

    /// The root that the proof starts from, whatever that is of; nothing where it has no nodes.
    public Optional<Hash32> root() {
        return way.nodes().stream().findFirst().map(Keccak::hash);
    }

    /// Verifies the whole proof.
    public Decoding<Proven> against(Hash32 stateRoot) {
        return Decoding.of(() -> {
            var stored = accepted(way.value(stateRoot, account.bytes()));
            var read =
                    stored.isPresent() ? account(stored.get()) : new Account(PatriciaProof.EMPTY_ROOT, Proven.NO_CODE);
            var proven = new LinkedHashMap<Hash32, Hash32>();
            for (var word : words.entrySet()) {
                var held = accepted(
                        word.getValue().value(read.storageRoot(), word.getKey().bytes()));
                proven.put(word.getKey(), held.isPresent() ? word(held.get()) : Hash32.ZERO);
            }
            return new Proven(read.codeHash(), proven);
        });
    }

    private record Account(Hash32 storageRoot, Hash32 codeHash) {}

    private static <T> T accepted(Decoding<T> decoding) throws RefusedException {
        return switch (decoding) {
            case Decoding.Decoded<T>(var value) -> value;
            case Decoding.Refused<T>(var refusal) -> throw new RefusedException(refusal);
        };
    }

    /// Nonce, balance, the root of the storage, the hash of the code.
    private static Account account(Bytes stored) throws RefusedException {
        if (accepted(Rlp.decode("the account", stored, MOST_ACCOUNT)) instanceof Rlp.Items(var parts)
                && parts.size() == PARTS
                && parts.get(0) instanceof Rlp.Text(var nonce)
                && Scalar.isCanonical(nonce)
                && parts.get(1) instanceof Rlp.Text(var balance)
                && Scalar.isCanonical(balance)
                && parts.get(2) instanceof Rlp.Text(var storage)
                && storage.length() == Hash32.LENGTH
                && parts.get(3) instanceof Rlp.Text(var code)
                && code.length() == Hash32.LENGTH) {
            return new Account(new Hash32(storage), new Hash32(code));
        }
        throw new Input("the account", stored).refused(Flaw.OTHER_KIND, 0, "it is none");
    }

    /// A word that became zero is taken out of a trie; nodes for development leave it there, as zero.
    private static Hash32 word(Bytes stored) throws RefusedException {
        if (accepted(Rlp.decode("the word", stored, Word.LENGTH + 1)) instanceof Rlp.Text(var number)
                && number.length() <= Word.LENGTH
                && Scalar.isCanonical(number)) {
            return new Hash32(Word.of(number.toUnsigned()));
        }
        throw new Input("the word", stored).refused(Flaw.OTHER_KIND, 0, "it is none");
    }
}
