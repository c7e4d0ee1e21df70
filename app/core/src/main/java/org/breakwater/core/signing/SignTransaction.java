package org.breakwater.core.signing;

import java.util.List;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.OwnerSignature;
import org.breakwater.core.safe.ReturnedSignature;
import org.breakwater.core.safe.SignatureRecovery;
import org.breakwater.core.value.Bytes;

/// Use case: has somebody sign a Safe transaction, and lets no signature pass that is not over the hash that was
/// computed here.
///
/// What comes back is recovered before anything else is done with it. Where it is not the signer's over our hash, the
/// device signed something else: the transaction is locked until a person lifts the lock. What is right is written down
/// before it is handed on.
public final class SignTransaction {

    private static final int MOST_SHOWN = 200;

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
        var signature = proven(request, device, device.sign(request));
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

    private OwnerSignature proven(SignatureRequest request, SigningDevice device, Bytes returned)
            throws ProblemException {
        var signature = recovered(request, device, returned);
        var version = request.signedFor().version();
        if (!signature.signature().isKnownTo(version)) {
            throw new ProblemException(Problem.of(
                    "A Safe of version " + version + " does not accept a signature of eth_sign.",
                    "Use a signer that signs typed data."));
        }
        return signature;
    }

    private OwnerSignature recovered(SignatureRequest request, SigningDevice device, Bytes returned)
            throws ProblemException {
        try {
            return ReturnedSignature.of(
                    returned, device.address(), request.hash().hash(), recovery);
        } catch (ProblemException notOverOurHash) {
            throw locked(request, device, returned, notOverOurHash);
        }
    }

    private ProblemException locked(
            SignatureRequest request, SigningDevice device, Bytes returned, ProblemException cause)
            throws ProblemException {
        var seen = "Asked for the hash " + request.hash().hash() + ", the signer " + device.address() + " gave back "
                + shown(returned) + ", which is not its signature over it.";
        locks.lock(request.subject(), seen);
        return new ProblemException(
                new Problem(
                        "The signer " + device.address() + " signed something else than what is on this screen.",
                        seen + " The transaction is locked.",
                        "Stop, sign nothing more with it, and look for the cause."),
                cause);
    }

    private static String shown(Bytes returned) {
        var text = returned.toHex();
        return text.length() <= MOST_SHOWN
                ? text
                : text.substring(0, MOST_SHOWN) + "… (" + returned.length() + " bytes)";
    }
}
