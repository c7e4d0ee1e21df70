package org.breakwater.core.signing;

import java.util.List;
import org.breakwater.core.exchange.SafeOwners;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.OwnerSignature;
import org.breakwater.core.safe.SignatureRecovery;

/// Use case: has somebody sign a message in a Safe's name. A message has no nonce: what is signed stands for good, as
/// long as they are an owner. What comes back is recovered over the hash that was computed here, and written down
/// before
/// it is handed on.
public final class SignMessage {

    private final SafeOwners owners;
    private final MessageJournal journal;
    private final SignatureRecovery recovery;

    public SignMessage(SafeOwners owners, MessageJournal journal, SignatureRecovery recovery) {
        this.owners = owners;
        this.journal = journal;
        this.recovery = recovery;
    }

    public OwnerSignature sign(MessageRequest message, SigningDevice device) throws ProblemException {
        journal.requireOpen(message);
        var safe = message.signedFor();
        if (!owners.owners(safe).contains(device.address())) {
            throw new ProblemException(Problem.of(
                    device.address() + " is no owner of the Safe " + safe.safe() + ".", "Choose a signer who is."));
        }
        var signature = ProvenSignature.of(
                message, device, device.sign(message), recovery, "message", why -> journal.lock(message, why));
        journal.made(message, signature.owner(), OwnerSignature.inOwnerOrder(List.of(signature)));
        return signature;
    }
}
