package org.breakwater.adapters.review;

import java.util.ArrayList;
import java.util.List;
import org.breakwater.core.problem.ProblemException;

/// Attacks on signers, as they happened or as they were published, against Safes of the local network.
final class Attacks {

    private Attacks() {}

    static List<Case> on(ReviewStage stage) throws ProblemException {
        var cases = new ArrayList<Case>();
        for (var group : List.of(
                new CodeAttacks(stage, cases),
                new PowerAttacks(stage, cases),
                new MoneyAttacks(stage, cases),
                new TrustAttacks(stage, cases))) {
            group.write();
        }
        return cases;
    }
}
