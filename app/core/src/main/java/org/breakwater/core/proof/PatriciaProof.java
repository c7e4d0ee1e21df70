package org.breakwater.core.proof;

import java.util.List;
import java.util.Optional;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.decoding.Flaw;
import org.breakwater.core.decoding.Input;
import org.breakwater.core.decoding.RefusedException;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;

/// The way from the root of a Merkle-Patricia trie to what a key holds, or to where it would be. Each node hashes to
/// what the one above it names, so that whoever trusts the root need not trust whoever gives the nodes.
///
/// In a trie of hashed keys every node is longer than a hash: none stands inside another.
///
/// @param nodes from the root on, as they are encoded
public record PatriciaProof(List<Bytes> nodes) {

    /// What a trie with nothing in it hashes to.
    public static final Hash32 EMPTY_ROOT = Keccak.hash(new Rlp.Text(Bytes.EMPTY).encoded());

    private static final Rlp NOTHING = new Rlp.Text(Bytes.EMPTY);
    private static final Bytes EMPTY_TRIE = NOTHING.encoded();

    /// A key of 32 bytes has as many digits, and a node at the end.
    private static final int MOST_NODES = 65;

    /// A branch with 16 hashes has 532.
    private static final int MOST_NODE = 1_024;

    private static final int BRANCH = 17;
    private static final int PAIR = 2;

    public PatriciaProof {
        nodes = List.copyOf(nodes);
    }

    /// What the key holds; nothing where the trie is proven to hold nothing there.
    ///
    /// @param key as it was before the trie hashed it
    public Decoding<Optional<Bytes>> value(Hash32 root, Bytes key) {
        return Decoding.of(() -> new Walk(digits(Keccak.hash(key).bytes())).from(root));
    }

    /// One digit a byte.
    private static Bytes digits(Bytes bytes) {
        var digits = new byte[2 * bytes.length()];
        for (int i = 0; i < digits.length; i++) {
            digits[i] = (byte) (i % 2 == 0 ? bytes.at(i / 2) >> 4 : bytes.at(i / 2) & 0xf);
        }
        return Bytes.of(digits);
    }

    /// Goes down the trie along a key.
    private final class Walk {

        private final Bytes key;
        private int done;
        private int used;

        Walk(Bytes key) {
            this.key = key;
        }

        Optional<Bytes> from(Hash32 root) throws RefusedException {
            if (nodes.size() > MOST_NODES) {
                throw refused(Flaw.TOO_LARGE, "there are more than a key has digits");
            }
            var value = root.equals(EMPTY_ROOT) ? empty() : below(new Rlp.Text(root.bytes()));
            if (used < nodes.size()) {
                throw refused(Flaw.LEFT_OVER, "the way ends before it");
            }
            return value;
        }

        private Optional<Bytes> empty() {
            if (nodes.equals(List.of(EMPTY_TRIE))) {
                used++;
            }
            return Optional.empty();
        }

        private Optional<Bytes> below(Rlp named) throws RefusedException {
            return switch (named) {
                case Rlp.Text(var nothing) when nothing.isEmpty() -> Optional.empty();
                case Rlp.Text(var hash) when hash.length() == Hash32.LENGTH -> node(hashed(new Hash32(hash)));
                case Rlp.Text _, Rlp.Items _ ->
                    throw refused(Flaw.OTHER_KIND, "a node is named by something else than a hash");
            };
        }

        private Rlp.Items hashed(Hash32 hash) throws RefusedException {
            if (used == nodes.size()) {
                throw refused(Flaw.CUT_SHORT, "the node " + hash + " is missing");
            }
            var node = nodes.get(used);
            if (!Keccak.hash(node).equals(hash)) {
                throw refused(Flaw.OTHER_KIND, "it is not the node that " + hash + " stands for");
            }
            var decoded = Rlp.decode("the node", node, MOST_NODE);
            if (decoded instanceof Decoding.Decoded<Rlp>(Rlp.Items items)) {
                used++;
                return items;
            }
            throw refused(Flaw.OTHER_KIND, "it is no node");
        }

        private Optional<Bytes> node(Rlp.Items node) throws RefusedException {
            return switch (node.all().size()) {
                case BRANCH -> branch(node.all());
                case PAIR -> pair(node.all());
                default ->
                    throw refused(Flaw.OTHER_KIND, "a node has " + node.all().size() + " parts");
            };
        }

        private Optional<Bytes> branch(List<Rlp> parts) throws RefusedException {
            if (done == key.length()) {
                throw refused(Flaw.TOO_DEEP, "a way goes on behind the key's last digit");
            }
            if (!parts.getLast().equals(NOTHING)) {
                throw refused(Flaw.OTHER_KIND, "a branch holds a value, which no key ends at");
            }
            return below(parts.get(key.at(done++)));
        }

        private Optional<Bytes> pair(List<Rlp> parts) throws RefusedException {
            var path = path(parts.getFirst());
            var follows = follows(path.digits());
            if (path.isLeaf()) {
                var whole = done + path.digits().length() == key.length();
                if (!whole) {
                    throw refused(Flaw.OTHER_KIND, "a key has another length than it can");
                }
                return follows ? Optional.of(held(parts.getLast())) : Optional.empty();
            }
            if (path.digits().length() == 0 || done + path.digits().length() >= key.length()) {
                throw refused(Flaw.OTHER_KIND, "a shared way has another length than it can");
            }
            if (!follows) {
                return Optional.empty();
            }
            done += path.digits().length();
            return below(parts.getLast());
        }

        private boolean follows(Bytes digits) {
            for (int i = 0; i < digits.length(); i++) {
                if (done + i >= key.length() || key.at(done + i) != digits.at(i)) {
                    return false;
                }
            }
            return true;
        }

        private Bytes held(Rlp value) throws RefusedException {
            if (value instanceof Rlp.Text(var bytes) && !bytes.isEmpty()) {
                return bytes;
            }
            throw refused(Flaw.OTHER_KIND, "a key holds no bytes");
        }

        private record Path(boolean isLeaf, Bytes digits) {}

        /// Digits with a flag before them: whether they end at a leaf, and whether they are odd in number.
        private Path path(Rlp written) throws RefusedException {
            if (!(written instanceof Rlp.Text(var bytes)) || bytes.isEmpty()) {
                throw refused(Flaw.OTHER_KIND, "a way has no digits");
            }
            var all = digits(bytes);
            var odd = all.at(0) % 2 == 1;
            if (all.at(0) > 3 || (!odd && all.at(1) != 0)) {
                throw refused(Flaw.DIRTY_PADDING, "a way begins with another flag than there is");
            }
            return new Path(all.at(0) >= 2, all.slice(odd ? 1 : 2, all.length()));
        }

        private RefusedException refused(Flaw flaw, String why) {
            return new Input("node " + (used + 1) + " of the proof", Bytes.EMPTY).refused(flaw, 0, why);
        }
    }
}
