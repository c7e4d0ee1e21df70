package org.breakwater.adapters.ethereum;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.proof.AccountProof;
import org.breakwater.core.proof.BlockHeader;
import org.breakwater.core.proof.PatriciaProof;
import org.breakwater.core.review.chain.ProofAnswer;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.web3j.utils.Numeric;
import tools.jackson.databind.JsonNode;

/// What a node gives as proofs of one block: its header, and ways from the state's root (`eth_getProof`, EIP-1186).
/// Nothing of it is verified here.
final class NodeProofs {

    private static final int MOST_NODES = 100;
    private static final int MOST_KEY = 2 + 2 * Hash32.LENGTH;

    private final EthereumNode node;
    private final BlockRef block;

    NodeProofs(EthereumNode node, BlockRef block) {
        this.node = node;
        this.block = block;
    }

    Decoding<BlockHeader> header() throws ProblemException {
        var told = node.ask(
                "the header of block " + block.number(),
                "eth_getBlockByHash",
                List.of(block.hash().toString(), false));
        var texts = new HashMap<String, String>();
        told.properties().forEach(field -> {
            if (field.getValue().isString()) {
                texts.put(field.getKey(), field.getValue().asString());
            }
        });
        return BlockHeader.of(texts);
    }

    ProofAnswer proof(Address account, List<Hash32> slots) throws ProblemException {
        var answer = node.attempt(
                "a proof of " + account,
                "eth_getProof",
                List.of(
                        account.toString(),
                        slots.stream().map(Hash32::toString).toList(),
                        "0x" + Long.toHexString(block.number())));
        if (answer.hasError()) {
            return new ProofAnswer.Refused(EthereumNode.plain(answer.getError().getMessage()));
        }
        try {
            return new ProofAnswer.Given(read(account, slots, node.result("a proof", answer)));
        } catch (IllegalArgumentException malformed) {
            throw new ProblemException(
                    Problem.of(
                            "The node at " + node.name() + " gave a proof that is none: " + malformed.getMessage()
                                    + ".",
                            "Ask another node."),
                    malformed);
        }
    }

    private static AccountProof read(Address account, List<Hash32> slots, JsonNode told) {
        var storage = told.path("storageProof");
        if (storage.size() != slots.size()) {
            throw new IllegalArgumentException("it is of another number of words");
        }
        var words = new HashMap<Hash32, PatriciaProof>();
        for (int i = 0; i < slots.size(); i++) {
            var word = storage.get(i);
            var slot = slots.get(i);
            var key = text(word.path("key"));
            // some write a slot without its leading zeros
            if (key.length() > MOST_KEY
                    || !Numeric.toBigInt(key).equals(slot.bytes().toUnsigned())) {
                throw new IllegalArgumentException("it is of another word than was asked for");
            }
            words.put(slot, way(word.path("proof")));
        }
        return new AccountProof(account, way(told.path("accountProof")), Map.copyOf(words));
    }

    private static PatriciaProof way(JsonNode told) {
        if (!told.isArray() || told.size() > MOST_NODES) {
            throw new IllegalArgumentException("it has no nodes, or too many");
        }
        var nodes = new ArrayList<Bytes>();
        told.forEach(each -> nodes.add(Bytes.parse(text(each))));
        return new PatriciaProof(nodes);
    }

    private static String text(JsonNode node) {
        if (!node.isString()) {
            throw new IllegalArgumentException("a text is missing");
        }
        return node.asString();
    }
}
