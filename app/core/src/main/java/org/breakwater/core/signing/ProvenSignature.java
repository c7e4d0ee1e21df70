package org.breakwater.core.signing;

import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.OwnerSignature;
import org.breakwater.core.safe.ReturnedSignature;
import org.breakwater.core.safe.SignatureRecovery;
import org.breakwater.core.value.Bytes;

/// What a device gave back, proven to be its signature over what was computed here, or locked.
final class ProvenSignature {

    private static final int MOST_SHOWN = 200;

    private ProvenSignature() {}

    /// Sees to it that nobody signs again what a device signed something else for.
    @FunctionalInterface
    interface Lock {
        void close(String why) throws ProblemException;
    }

    /// @param what is locked: "transaction"
    static OwnerSignature of(
            Signable asked, SigningDevice device, Bytes returned, SignatureRecovery recovery, String what, Lock lock)
            throws ProblemException {
        var signature = recovered(asked, device, returned, recovery, what, lock);
        var version = asked.signedFor().version();
        if (!signature.signature().isKnownTo(version)) {
            throw new ProblemException(Problem.of(
                    "A Safe of version " + version + " does not accept a signature of eth_sign.",
                    "Use a signer that signs typed data."));
        }
        return signature;
    }

    private static OwnerSignature recovered(
            Signable asked, SigningDevice device, Bytes returned, SignatureRecovery recovery, String what, Lock lock)
            throws ProblemException {
        try {
            return ReturnedSignature.of(returned, device.address(), asked.hash().hash(), recovery);
        } catch (ProblemException notOverOurHash) {
            var seen = "Asked for the hash " + asked.hash().hash() + ", the signer " + device.address() + " gave back "
                    + shown(returned) + ", which is not its signature over it.";
            lock.close(seen);
            throw new ProblemException(
                    new Problem(
                            "The signer " + device.address() + " signed something else than what is on this screen.",
                            seen + " The " + what + " is locked.",
                            "Stop, sign nothing more with it, and look for the cause."),
                    notOverOurHash);
        }
    }

    private static String shown(Bytes returned) {
        var text = returned.toHex();
        return text.length() <= MOST_SHOWN
                ? text
                : text.substring(0, MOST_SHOWN) + "… (" + returned.length() + " bytes)";
    }
}
