package org.breakwater.core.execution;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.NestedOwner;
import org.breakwater.core.safe.OwnerSignature;
import org.breakwater.core.safe.SafeHashCase;
import org.breakwater.core.safe.SafeSignature;
import org.breakwater.core.signing.SignatureLedger;
import org.breakwater.core.signing.SigningLocks;
import org.breakwater.core.value.Address;

/// Use case: an owner approves a Safe transaction on chain instead of signing it (`approveHash`). Like a signature it
/// never expires; unlike one, everybody sees it.
public final class ApproveHash {

    private final ExecutionChain chain;
    private final SendCall calls;
    private final SigningLocks locks;
    private final SignatureLedger ledger;

    public ApproveHash(ExecutionChain chain, SendCall calls, SigningLocks locks, SignatureLedger ledger) {
        this.chain = chain;
        this.calls = calls;
        this.locks = locks;
        this.ledger = ledger;
    }

    /// Tries the approval.
    public PreparedCall prepare(SafeHashCase subject, Address owner) throws ProblemException {
        var safe = subject.domain().safe();
        locks.requireOpen(subject);
        if (!chain.transactionHash(safe, subject.transaction())
                .equals(subject.hash().hash())) {
            throw new ProblemException(new Problem(
                    "The chain hashes this transaction to something else than " + subject.hash() + ".",
                    "What would be approved is not what is on the screen.",
                    "Do not approve it; check the network and the Safe's version."));
        }
        var call = NestedOwner.approval(safe, subject.hash().hash(), BigInteger.ZERO)
                .inner();
        if (chain.attempt(owner, call.to(), call.value(), call.data()) instanceof CallOutcome.Reverted(var reason)) {
            throw new ProblemException(Problem.of(
                    "The Safe refuses the approval: " + reason.words() + ".", "Choose an owner of the Safe."));
        }
        return calls.prepare(owner, call.to(), call.data());
    }

    /// Writes the approval down, and sends it.
    public SentCall send(SafeHashCase subject, PreparedCall prepared, Fee fee, PayingAccount owner)
            throws ProblemException {
        locks.requireOpen(subject);
        var approval = approval(owner.address());
        ledger.made(subject, owner.address(), OwnerSignature.inOwnerOrder(List.of(approval)));
        var sent = calls.send(prepared, fee, owner);
        ledger.handedOver(subject, owner.address(), "transaction " + sent.newest());
        return sent;
    }

    /// What is put where a signature is wanted.
    public static OwnerSignature approval(Address owner) {
        return new OwnerSignature(owner, new SafeSignature.ApprovedHash(owner));
    }

    /// Whether the chain has the approval.
    public boolean isApproved(SafeHashCase subject, Address owner) throws ProblemException {
        return chain.hasApproved(subject.domain().safe(), owner, subject.hash().hash());
    }

    /// Waits until a block has the approval, or until some time has passed.
    ///
    /// @return whether the chain has it
    public boolean await(SafeHashCase subject, SentCall sent, Duration patience, Pause pause) throws ProblemException {
        var waited = Duration.ZERO;
        while (calls.receipt(sent).isEmpty() && waited.compareTo(patience) < 0) {
            pause.pause(Pause.STEP);
            waited = waited.plus(Pause.STEP);
        }
        return isApproved(subject, sent.sender());
    }
}
