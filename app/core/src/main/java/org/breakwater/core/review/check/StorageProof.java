package org.breakwater.core.review.check;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.proof.AccountProof;
import org.breakwater.core.proof.AccountProof.Proven;
import org.breakwater.core.proof.BlockHeader;
import org.breakwater.core.review.chain.ProofAnswer;
import org.breakwater.core.review.check.CheckResult.NotAvailable;
import org.breakwater.core.safe.SafeStorage;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;

/// Whether what the node says of the Safe follows from the hash of the block: the header hashes to it, and the Safe's
/// storage and code hash to the header's state root. Only that the block is on the chain is left to believe.
final class StorageProof {

    private final Scene scene;
    private final Findings findings = new Findings();

    private StorageProof(Scene scene) {
        this.scene = scene;
    }

    static CheckResult check(Scene scene) throws ProblemException {
        return switch (scene.chain().header()) {
            case Decoding.Refused<BlockHeader>(var refusal) ->
                new CheckResult.Block("The node gives no whole header of its block: " + refusal);
            case Decoding.Decoded<BlockHeader>(var header) -> new StorageProof(scene).under(header);
        };
    }

    private CheckResult under(BlockHeader header) throws ProblemException {
        var block = scene.chain().block();
        if (!header.hash().equals(block.hash())) {
            return header.isOfOwnForm()
                    ? new NotAvailable(
                            "This chain's blocks have fields of their own, and their hash is computed in a way"
                                    + " that is not known here: nothing can be proven against it.")
                    : new CheckResult.Block("The header of block " + block.number() + " hashes to " + header.hash()
                            + ", and the node says that the block is " + block.hash() + ".");
        }
        if (!header.number().equals(BigInteger.valueOf(block.number()))
                || !header.time().equals(BigInteger.valueOf(block.time().getEpochSecond()))) {
            return new CheckResult.Block(
                    "The block " + block.hash() + " has another height or time than the node says.");
        }
        return proven(header);
    }

    private CheckResult proven(BlockHeader header) throws ProblemException {
        var safe = scene.configuration();
        var words = ConfigurationSlots.of(safe);
        words.put(SafeStorage.NONCE, "the nonce");
        return switch (verified(header, scene.safe(), List.copyOf(words.keySet()))) {
            case Unverified(var because) -> because;
            case Verified(var ofSafe) ->
                switch (verified(header, safe.singleton(), List.of())) {
                    case Unverified(var because) -> because;
                    case Verified(var ofSingleton) -> {
                        words(words, ofSafe);
                        code(scene.safe(), ofSafe);
                        code(safe.singleton(), ofSingleton);
                        yield findings.or(against());
                    }
                };
        };
    }

    private void words(Map<Hash32, String> words, Proven proven) throws ProblemException {
        for (var word : words.entrySet()) {
            var said = scene.chain().storage(scene.safe(), word.getKey());
            if (!said.equals(proven.words().get(word.getKey()))) {
                findings.block("The node says that " + word.getValue() + " of the Safe is another than it proves.");
            }
        }
    }

    private void code(Address account, Proven proven) throws ProblemException {
        if (!Keccak.hash(scene.chain().code(account)).equals(proven.codeHash())) {
            findings.block("The node says that the code of " + scene.written(account) + " is another than it proves.");
        }
    }

    private sealed interface Verification {}

    private record Verified(Proven proven) implements Verification {}

    /// @param because how the check ends
    private record Unverified(CheckResult because) implements Verification {}

    private Verification verified(BlockHeader header, Address account, List<Hash32> slots) throws ProblemException {
        return switch (scene.chain().proof(account, slots)) {
            case ProofAnswer.Refused(var words) ->
                new Unverified(new NotAvailable("The node proves no storage. It says: " + words + "."));
            case ProofAnswer.Given(var proof) ->
                switch (proof.against(header.stateRoot())) {
                    case Decoding.Decoded<Proven>(var proven) -> new Verified(proven);
                    case Decoding.Refused<Proven>(var refusal) ->
                        new Unverified(
                                writtenByHand(header, proof)
                                        ? new NotAvailable("On this network for development the state was changed"
                                                + " without a block: what the node has now is not what the root of"
                                                + " block " + header.number() + " stands for.")
                                        : new CheckResult.Block("What the node gives as a proof of "
                                                + scene.written(account) + " proves nothing: " + refusal));
                };
        };
    }

    /// Nodes for development let anybody write into their state between two blocks: the proof then holds, against
    /// another root than the block's.
    private boolean writtenByHand(BlockHeader header, AccountProof proof) {
        var root = proof.root();
        return scene.isLocal()
                && root.isPresent()
                && !root.get().equals(header.stateRoot())
                && proof.against(root.get()) instanceof Decoding.Decoded<Proven>;
    }

    /// The proof is worth as much as the block's hash.
    private CheckResult against() throws ProblemException {
        var block = scene.chain().block();
        var proven =
                "Owners, threshold, nonce, modules, guards and code of the Safe are proven against the state root of"
                        + " block " + block.number() + ".";
        var second = scene.second();
        if (second.isEmpty()) {
            return new CheckResult.Note(
                    proven + " That this block, " + block.hash() + ", is on the chain is the word of one node.");
        }
        return second.get().block(block.number()).hash().equals(block.hash())
                ? new CheckResult.Passed(
                        proven + " " + second.get().name() + " has that block, " + block.hash() + ", too.")
                : new CheckResult.Warning(proven + " " + second.get().name() + " has another block there.");
    }
}
