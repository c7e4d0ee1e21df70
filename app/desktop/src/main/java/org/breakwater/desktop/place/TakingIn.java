package org.breakwater.desktop.place;

import java.util.Optional;
import org.breakwater.core.council.Council;
import org.breakwater.core.exchange.SharedTransaction;
import org.breakwater.core.exchange.SharedTransactionFormat;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.desktop.navigation.Place;

/// Takes in what somebody handed on.
public final class TakingIn {

    /// Bytes that are read of a file.
    public static final int MOST = Math.toIntExact(2 * SharedTransactionFormat.LIMITS.bytes());

    private TakingIn() {}

    /// Keeps it on this machine. Blocking.
    ///
    /// @param safes that are shown
    /// @throws ProblemException where its Safe is none of them, or it cannot be kept
    public static SharedTransaction keep(Acting acting, SharedTransaction read, Optional<Council> safes)
            throws ProblemException {
        var safe = read.subject().domain().safe();
        if (safes.flatMap(known -> known.safe(safe)).isEmpty()) {
            throw new ProblemException(new Problem(
                    "This is a transaction of the Safe " + safe + ".",
                    "It is not among the Safes that are shown here, so nobody would see it.",
                    "Open the network on which that Safe is."));
        }
        return acting.actions().kept().keep(read);
    }

    /// Where it is reviewed.
    public static Place review(SharedTransaction kept) {
        return new Place.SafeTransaction(
                kept.subject().domain().safe(), kept.hash().hash());
    }
}
