package org.breakwater.core.review.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.stream.IntStream;
import org.breakwater.core.deployment.DeployedContract;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.check.ProposalRules.Proposed;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;

/// The code that a proposal's actions run: what is voted on is what stood there when it was proposed, so that whoever
/// exchanges it later has proposed something else.
record ProposedCode(Scene scene, Proposed proposed) {

    private static final Hash32 NONE = Keccak.hash(Bytes.EMPTY);

    CheckResult look() throws ProblemException {
        var findings = new Findings();
        var known = new ArrayList<String>();
        var unread = new ArrayList<String>();
        for (var target : new LinkedHashSet<>(proposed.actions().targets())) {
            judge(target, findings, known, unread);
        }
        return findings.or(
                unread.isEmpty()
                        ? new CheckResult.Passed(
                                known.isEmpty() ? "No action has a target with code." : String.join(" ", known))
                        : new CheckResult.NotAvailable(String.join(" ", unread)));
    }

    private void judge(Address target, Findings findings, ArrayList<String> known, ArrayList<String> unread)
            throws ProblemException {
        var code = scene.chain().code(target);
        var hash = Keccak.hash(code);
        var compared = then(target, findings, hash);
        if (compared == Then.DROPPED) {
            unread.add("What code stood at " + scene.written(target) + " when it was proposed the node does not keep.");
        }
        if (code.isEmpty()) {
            if (isCalled(target)) {
                findings.hold(
                        "There is no code at " + scene.written(target) + ": the call would succeed and do nothing.");
            }
            return;
        }
        var contract = deployed(target);
        if (contract.isEmpty()) {
            findings.warn("The code at " + scene.written(target) + " has the hash " + hash
                    + " and is no contract of the protocol.");
            opcodes(target, code, findings);
        } else if (!contract.get().codeHash().equals(hash)) {
            findings.block("The code at " + scene.written(target) + " has the hash " + hash + " now, and "
                    + contract.get().codeHash() + " by the deployment.");
        } else {
            known.add("The code at " + scene.written(target) + " is the deployment's, " + hash + ".");
        }
    }

    /// Whether an action does more there than pay.
    private boolean isCalled(Address target) {
        var actions = proposed.actions();
        return IntStream.range(0, actions.count())
                .anyMatch(i -> actions.targets().get(i).equals(target)
                        && !actions.calldatas().get(i).isEmpty());
    }

    private enum Then {
        SAME,
        OTHER,
        DROPPED
    }

    /// The target's own code, and that behind it where it is a proxy.
    private Then then(Address target, Findings findings, Hash32 now) throws ProblemException {
        if (proposed.at().isEmpty()) {
            return Then.SAME;
        }
        var moment = proposed.at().get();
        var code = scene.chain().code(target, moment.time());
        if (code.isEmpty()) {
            return Then.DROPPED;
        }
        var before = Keccak.hash(code.get());
        if (!before.equals(now)) {
            findings.block("The code at " + scene.written(target) + " was exchanged: " + moment.words() + " on "
                    + moment.time() + " it had " + hash(before) + ", and it has " + hash(now)
                    + " now. What was proposed is not what would be carried out.");
            return Then.OTHER;
        }
        if (Proxies.implementation(scene.chain(), target).isPresent()) {
            scene.chain().upgrades(target).stream()
                    .filter(upgrade -> upgrade.isAfter(moment.time()))
                    .forEach(upgrade -> findings.block("The code behind " + scene.written(target) + " was exchanged on "
                            + upgrade + ", after " + moment.time() + ", " + moment.words()
                            + ": what was proposed is not what would be carried out."));
        }
        return Then.SAME;
    }

    private static String hash(Hash32 hash) {
        return hash.equals(NONE) ? "none" : "the hash " + hash;
    }

    private void opcodes(Address target, Bytes code, Findings findings) {
        var can = Opcodes.of(code);
        if (can.endsItself()) {
            findings.hold("The code at " + scene.written(target)
                    + " can end itself, and whoever made it may put other code in its place.");
        }
        if (can.borrowsCode()) {
            findings.warn("The code at " + scene.written(target)
                    + " runs other code as its own: what that is can change without it.");
        }
    }

    private Optional<DeployedContract> deployed(Address target) {
        return scene.deployment().stream()
                .flatMap(each -> each.contracts().stream())
                .filter(contract -> contract.address().equals(target))
                .findFirst();
    }
}
