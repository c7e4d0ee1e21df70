package org.breakwater.core.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.decoding.Flaw;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;
import org.junit.jupiter.api.Test;

class PatriciaProofTest {

    private static final int MANY = 400;

    private static final Map<Bytes, Bytes> CONTENT = content(MANY);
    private static final HashedTrie TRIE = new HashedTrie(CONTENT);

    private static Map<Bytes, Bytes> content(int count) {
        var content = new LinkedHashMap<Bytes, Bytes>();
        for (int i = 0; i < count; i++) {
            content.put(Word.of(i), Keccak.hash("value " + i).bytes());
        }
        return content;
    }

    private static Decoding<Optional<Bytes>> value(List<Bytes> nodes, Bytes key) {
        return new PatriciaProof(nodes).value(TRIE.root(), key);
    }

    private static boolean isRefused(List<Bytes> nodes, Bytes key) {
        return value(nodes, key) instanceof Decoding.Refused<?>;
    }

    @Test
    void whatAKeyHoldsIsProven() throws ProblemException {
        for (var entry : CONTENT.entrySet()) {
            assertThat(value(TRIE.way(entry.getKey()), entry.getKey()).required())
                    .contains(entry.getValue());
        }
    }

    @Test
    void thatAKeyHoldsNothingIsProvenToo() throws ProblemException {
        for (int i = MANY; i < 2 * MANY; i++) {
            assertThat(value(TRIE.way(Word.of(i)), Word.of(i)).required()).isEmpty();
        }
    }

    @Test
    void anEmptyTrieHoldsNothing() throws ProblemException {
        for (var nodes : List.of(List.<Bytes>of(), List.of(Bytes.fromHex("80")))) {
            assertThat(new PatriciaProof(nodes)
                            .value(PatriciaProof.EMPTY_ROOT, Word.of(1))
                            .required())
                    .isEmpty();
        }
    }

    @Test
    void aSingleKeyIsTheWholeTrie() throws ProblemException {
        var single = new HashedTrie(content(1));

        assertThat(new PatriciaProof(single.way(Word.of(0)))
                        .value(single.root(), Word.of(0))
                        .required())
                .isPresent();
        assertThat(new PatriciaProof(single.way(Word.of(7)))
                        .value(single.root(), Word.of(7))
                        .required())
                .isEmpty();
    }

    @Test
    void anotherByteOfAnyNodeIsRefused() {
        for (var key : List.of(Word.of(0), Word.of(MANY))) {
            var way = TRIE.way(key);
            for (int node = 0; node < way.size(); node++) {
                for (int at = 0; at < way.get(node).length(); at++) {
                    var changed = new ArrayList<>(way);
                    changed.set(node, flipped(way.get(node), at));
                    assertThat(isRefused(changed, key)).isTrue();
                }
            }
        }
    }

    private static Bytes flipped(Bytes node, int at) {
        var bytes = node.toArray();
        bytes[at] ^= 1;
        return Bytes.of(bytes);
    }

    @Test
    void aNodeThatIsMissingOrTooManyIsRefused() {
        for (var key : List.of(Word.of(0), Word.of(MANY))) {
            var way = TRIE.way(key);
            for (int node = 0; node < way.size(); node++) {
                var shorter = new ArrayList<>(way);
                shorter.remove(node);
                assertThat(isRefused(shorter, key)).isTrue();
            }
            var longer = new ArrayList<>(way);
            longer.add(way.getFirst());
            assertThat(isRefused(longer, key)).isTrue();
        }
    }

    @Test
    void theWayToAnotherKeyProvesNothing() {
        var elsewhere = TRIE.way(Word.of(1));

        assertThat(isRefused(elsewhere, Word.of(2))).isTrue();
        assertThat(new PatriciaProof(elsewhere).value(Keccak.hash("another root"), Word.of(1)))
                .isInstanceOf(Decoding.Refused.class);
    }

    /// Nodes whose hashes are right, and whose form no trie has.
    @Test
    void nodesOfAnotherFormAreRefused() {
        var path = new Rlp.Text(Bytes.fromHex("20" + HashedTrie.digits(Word.of(1))));
        var nothing = new Rlp.Text(Bytes.EMPTY);
        assertThat(flaw(new Rlp.Items(List.of(path, nothing))))
                .as("a key with no value")
                .isEqualTo(Flaw.OTHER_KIND);
        assertThat(flaw(new Rlp.Items(List.of(path, path, path))))
                .as("three parts")
                .isEqualTo(Flaw.OTHER_KIND);
        assertThat(flaw(path)).as("no list").isEqualTo(Flaw.OTHER_KIND);
        assertThat(flaw(pair("60", "aa"))).as("another flag").isEqualTo(Flaw.DIRTY_PADDING);
        assertThat(flaw(pair("2f" + HashedTrie.digits(Word.of(1)), "aa")))
                .as("a digit that carries nothing")
                .isEqualTo(Flaw.DIRTY_PADDING);
        assertThat(flaw(pair("20aa", "aa"))).as("a short key").isEqualTo(Flaw.OTHER_KIND);
        assertThat(flaw(pair("00", "aa"))).as("no way").isEqualTo(Flaw.OTHER_KIND);
        assertThat(flaw(pair("1" + HashedTrie.digits(Word.of(1)).charAt(0), "aa")))
                .as("a name that is no hash")
                .isEqualTo(Flaw.OTHER_KIND);
    }

    private static Rlp pair(String path, String held) {
        return new Rlp.Items(List.of(new Rlp.Text(Bytes.fromHex(path)), new Rlp.Text(Bytes.fromHex(held))));
    }

    private static Flaw flaw(Rlp node) {
        var encoded = node.encoded();
        var value = new PatriciaProof(List.of(encoded)).value(Keccak.hash(encoded), Word.of(1));
        return ((Decoding.Refused<Optional<Bytes>>) value).refusal().flaw();
    }

    @Test
    void moreNodesThanAKeyHasDigitsAreRefused() {
        var many = new ArrayList<Bytes>();
        for (int i = 0; i < 66; i++) {
            many.add(Hash32.ZERO.bytes());
        }
        assertThat(isRefused(many, Word.of(1))).isTrue();
    }
}
