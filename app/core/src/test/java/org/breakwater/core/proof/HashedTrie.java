package org.breakwater.core.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;

/// Builds a Merkle-Patricia trie of hashed keys, and the ways in it.
final class HashedTrie {

    private final Map<Hash32, Bytes> nodes =
            new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));
    private final Hash32 root;

    /// @param content values by keys that are not hashed yet
    HashedTrie(Map<Bytes, Bytes> content) {
        var hashed = new TreeMap<String, Bytes>();
        content.forEach((key, value) -> hashed.put(digits(key), value));
        root = hashed.isEmpty() ? PatriciaProof.EMPTY_ROOT : build(hashed, 0);
    }

    static String digits(Bytes key) {
        return Keccak.hash(key).toString().substring(2);
    }

    Hash32 root() {
        return root;
    }

    private Hash32 keep(List<Rlp> parts) {
        var encoded = new Rlp.Items(parts).encoded();
        var hash = Keccak.hash(encoded);
        nodes.put(hash, encoded);
        return hash;
    }

    private Hash32 build(NavigableMap<String, Bytes> below, int depth) {
        if (below.size() == 1) {
            var only = below.firstEntry();
            return keep(List.of(path(only.getKey().substring(depth), 2), new Rlp.Text(only.getValue())));
        }
        var shared = shared(below.firstKey(), below.lastKey(), depth);
        if (shared > 0) {
            var child = build(below, depth + shared);
            return keep(List.of(
                    path(below.firstKey().substring(depth, depth + shared), 0), new Rlp.Text(child.bytes())));
        }
        var parts = new ArrayList<Rlp>();
        for (var digit : "0123456789abcdef".toCharArray()) {
            var there = below.entrySet().stream()
                    .filter(entry -> entry.getKey().charAt(depth) == digit)
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, TreeMap<String, Bytes>::new));
            parts.add(new Rlp.Text(
                    there.isEmpty() ? Bytes.EMPTY : build(there, depth + 1).bytes()));
        }
        parts.add(new Rlp.Text(Bytes.EMPTY));
        return keep(parts);
    }

    private static int shared(String one, String other, int from) {
        var at = from;
        while (one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at - from;
    }

    private static Rlp path(String digits, int kind) {
        var odd = digits.length() % 2 == 1;
        return new Rlp.Text(Bytes.fromHex((odd ? kind + 1 + "" : kind + "0") + digits));
    }

    /// The nodes on the way to where a key is or would be.
    List<Bytes> way(Bytes key) {
        var way = new ArrayList<Bytes>();
        var digits = digits(key);
        var at = root;
        var depth = 0;
        while (nodes.containsKey(at)) {
            var node = nodes.get(at);
            way.add(node);
            var parts = parts(node);
            if (parts.size() == 17) {
                var child = text(parts.get(Character.digit(digits.charAt(depth++), 16)));
                if (child.isEmpty()) {
                    break;
                }
                at = new Hash32(child);
            } else {
                var path = text(parts.getFirst()).toHex().substring(2);
                var rest = path.substring(path.charAt(0) % 2 == 1 ? 1 : 2);
                if (path.charAt(0) >= '2' || !digits.startsWith(rest, depth)) {
                    break;
                }
                depth += rest.length();
                at = new Hash32(text(parts.getLast()));
            }
        }
        return way;
    }

    private static List<Rlp> parts(Bytes node) {
        return ((Rlp.Items) ((Decoding.Decoded<Rlp>) Rlp.decode("the node", node, 1_024)).value()).all();
    }

    private static Bytes text(Rlp part) {
        return ((Rlp.Text) part).bytes();
    }
}
