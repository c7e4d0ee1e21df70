package org.breakwater.core.acting;

import org.breakwater.core.exchange.SafeOwners;
import org.breakwater.core.exchange.SharedTransaction;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeHashCase;
import org.breakwater.core.safe.SignatureRecovery;
import org.breakwater.core.signing.SignTransaction;
import org.breakwater.core.signing.SignatureRequest;
import org.breakwater.core.signing.SigningDevice;

/// Use case: somebody signs a transaction for a Safe that they own, and the signature goes to whoever needs it. It is
/// proven and written down before it goes anywhere.
public final class GiveSignature {

    private final SignTransaction sign;
    private final ShareTransaction share;
    private final SafeOwners owners;
    private final SignatureRecovery recovery;

    public GiveSignature(SignTransaction sign, ShareTransaction share, SafeOwners owners, SignatureRecovery recovery) {
        this.sign = sign;
        this.share = share;
        this.owners = owners;
        this.recovery = recovery;
    }

    /// @param transaction with what is known of its signatures and reasons
    /// @return how far the signature came
    public HandedOn give(SharedTransaction transaction, SigningDevice device) throws ProblemException {
        SafeHashCase subject = transaction.subject();
        var signature = sign.sign(new SignatureRequest.OfTransaction(subject), device);
        return share.share(transaction.signed(signature, owners.owners(subject.domain()), recovery));
    }
}
