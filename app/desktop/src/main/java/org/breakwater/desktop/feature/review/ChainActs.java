package org.breakwater.desktop.feature.review;

import java.util.List;
import org.breakwater.core.acting.Person;
import org.breakwater.core.acting.SafeActions;
import org.breakwater.core.execution.Fee;
import org.breakwater.core.execution.PayingAccount;
import org.breakwater.core.execution.PreparedCall;
import org.breakwater.core.execution.SentCall;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.OwnerSignature;
import org.breakwater.core.safe.SafeHashCase;
import org.breakwater.core.value.Address;

/// What somebody pays for: executing a transaction, approving it on chain, and sending either once more. Blocking.
record ChainActs(SafeActions actions) {

    /// Tries it, and asks what it costs.
    PreparedCall prepared(Way way, SafeHashCase subject, List<OwnerSignature> signatures, Person payer)
            throws ProblemException {
        return switch (way) {
            case EXECUTE -> actions.execute().prepare(subject, signatures, payer.address());
            case APPROVE -> actions.approve().prepare(subject, payer.address());
        };
    }

    SentCall send(Way way, SafeHashCase subject, PreparedCall call, Fee fee, Person payer) throws ProblemException {
        var account = account(payer);
        return switch (way) {
            case EXECUTE -> actions.execute().send(subject, call, fee, account);
            case APPROVE -> actions.approve().send(subject, call, fee, account);
        };
    }

    /// By whoever sent it before.
    SentCall sentAgain(SentCall call, Fee fee) throws ProblemException {
        var sender = actions.people().find(call.sender()).orElseThrow(() -> noPayer(call.sender()));
        return actions.calls().replace(call, fee, account(sender));
    }

    private PayingAccount account(Person payer) throws ProblemException {
        return actions.people().account(payer).orElseThrow(() -> noPayer(payer.address()));
    }

    private static ProblemException noPayer(Address payer) {
        return new ProblemException(Problem.of(
                payer + " cannot pay from this machine.", "Act as somebody who can, or execute it elsewhere."));
    }
}
