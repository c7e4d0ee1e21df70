package org.breakwater.core.review.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.chain.ReviewChain;
import org.breakwater.core.review.chain.SecondNode;
import org.breakwater.core.review.check.CheckResult.NotAvailable;
import org.breakwater.core.safe.SafeStorage;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// Whether others than the node that is asked say the same.
final class NodeRules {

    private NodeRules() {}

    static Map<CheckId, Rule> rules() {
        return Map.of(CheckId.FW47, NodeRules::nodesAgree, CheckId.FW48, StorageProof::check);
    }

    private static CheckResult nodesAgree(Scene scene) throws ProblemException {
        var second = scene.second();
        if (second.isEmpty()) {
            return new NotAvailable("One node was asked; nothing else confirms what it says.");
        }
        var block = scene.chain().block();
        var there = second.get().block(block.number());
        if (!there.hash().equals(block.hash())) {
            return new CheckResult.Hold("Block " + block.number() + " is " + block.hash() + " here and " + there.hash()
                    + " at " + second.get().name() + ": one of the two nodes is not on the chain.");
        }
        return compared(scene, second.get(), second.get().at(block));
    }

    private static CheckResult compared(Scene scene, SecondNode second, ReviewChain there) throws ProblemException {
        var findings = new Findings();
        var safe = scene.configuration();
        var words = ConfigurationSlots.of(safe);
        words.put(SafeStorage.NONCE, "the nonce");
        for (var word : words.entrySet()) {
            if (!same(scene, there, word.getKey())) {
                findings.block("At " + second.name() + " " + word.getValue() + " of the Safe is another.");
            }
        }
        var code = code(scene, safe.singleton());
        for (var account : code) {
            if (!there.code(account).equals(scene.chain().code(account))) {
                findings.block("At " + second.name() + " the code of " + scene.written(account) + " is another.");
            }
        }
        return findings.orPassed(second.name() + " has the same block "
                + scene.chain().block().number()
                + ", the same " + words.size() + " words of the Safe's storage, and the same code at " + code.size()
                + " addresses.");
    }

    private static boolean same(Scene scene, ReviewChain there, Hash32 slot) throws ProblemException {
        return there.storage(scene.safe(), slot).equals(scene.chain().storage(scene.safe(), slot));
    }

    private static List<Address> code(Scene scene, Address singleton) {
        var accounts = new ArrayList<>(List.of(scene.safe(), singleton));
        scene.calls().forEach(call -> accounts.add(call.target()));
        return accounts.stream().distinct().toList();
    }
}
