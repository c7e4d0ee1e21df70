package org.breakwater.core.review.check;

import java.util.Map;
import org.breakwater.core.review.call.ReviewedCall;
import org.breakwater.core.review.check.CheckResult.NotApplicable;
import org.breakwater.core.value.Hash32;

/// Hashes that a call approves for another Safe: what they stand for is what is signed.
final class HashRules {

    private HashRules() {}

    static Map<CheckId, Rule> rules() {
        return Map.of(CheckId.FW15, HashRules::knownHashes);
    }

    private static CheckResult knownHashes(Scene scene) {
        var findings = new Findings();
        var approves = false;
        for (var call : scene.calls()) {
            var hash = ApprovedTransaction.hashIn(call);
            if (hash.isPresent()) {
                approves = true;
                judge(scene, call, hash.get(), findings);
            }
        }
        return approves ? findings.orPassed("Every hash is known.") : new NotApplicable("It approves no hash.");
    }

    private static void judge(Scene scene, ReviewedCall call, Hash32 hash, Findings findings) {
        var approves =
                "Call " + call.place() + " approves the hash " + hash + " at the Safe " + scene.written(call.target());
        var known = scene.approved().get(hash);
        if (known == null || !known.safe().equals(call.target())) {
            findings.hold(approves + "; what it stands for is not known here.");
            return;
        }
        var stands =
                approves + ", which stands for nonce " + known.transaction().nonce() + " of it: " + known.sentence();
        if (known.checks().stream().anyMatch(Check::blocks)) {
            findings.block(stands + " That must not be signed. " + String.join(" ", known.against()));
        } else if (known.checks().stream().anyMatch(Check::holds)) {
            findings.hold(stands + " Against that stands: " + String.join(" ", known.against()));
        } else {
            findings.note(stands + " Every check ran on that too, and nothing stands against it.");
        }
    }
}
