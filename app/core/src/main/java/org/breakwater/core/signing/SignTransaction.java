package org.breakwater.core.signing;

import java.util.List;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.OwnerSignature;
import org.breakwater.core.safe.SignatureRecovery;

/// Use case: has somebody sign a Safe transaction, and lets no signature pass that is not over the hash that was
/// computed here.
///
/// What comes back is recovered before anything else is done with it. Where it is not the signer's over our hash, the
/// device signed something else: the transaction is locked until a person lifts the lock. What is right is written down
/// before it is handed on.
public final class SignTransaction {

    private final SafeWitness witness;
    private final SigningLocks locks;
    private final SignatureLedger ledger;
    private final SignatureRecovery recovery;

    public SignTransaction(
            SafeWitness witness, SigningLocks locks, SignatureLedger ledger, SignatureRecovery recovery) {
        this.witness = witness;
        this.locks = locks;
        this.ledger = ledger;
        this.recovery = recovery;
    }

    public OwnerSignature sign(SignatureRequest request, SigningDevice device) throws ProblemException {
        locks.requireOpen(request.subject());
        requireOwner(request, device);
        requireAgreement(request);
        var signature = ProvenSignature.of(
                request,
                device,
                device.sign(request),
                recovery,
                "transaction",
                why -> locks.lock(request.subject(), why));
        ledger.made(request.subject(), signature.owner(), OwnerSignature.inOwnerOrder(List.of(signature)));
        return signature;
    }

    private void requireOwner(SignatureRequest request, SigningDevice device) throws ProblemException {
        var safe = request.signedFor();
        if (!witness.owners(safe).contains(device.address())) {
            throw new ProblemException(Problem.of(
                    device.address() + " is no owner of the Safe " + safe.safe() + ".", "Choose a signer who is."));
        }
        if (request instanceof SignatureRequest.OfNested
                && !witness.owners(request.subject().domain()).contains(safe.safe())) {
            throw new ProblemException(Problem.of(
                    "The Safe " + safe.safe() + " is no owner of the Safe "
                            + request.subject().domain().safe() + ".",
                    "Choose a Safe that is."));
        }
    }

    private void requireAgreement(SignatureRequest request) throws ProblemException {
        var ours = request.subject().hash().hash();
        var chains = witness.transactionHash(request.subject());
        if (chains.isPresent() && !chains.get().equals(ours)) {
            throw new ProblemException(new Problem(
                    "The chain hashes this transaction to " + chains.get() + ", this program to " + ours + ".",
                    "One of the two is not looking at the transaction on the screen.",
                    "Do not sign it; check the network and the Safe's version."));
        }
    }
}
