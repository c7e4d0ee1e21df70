package org.breakwater.core.review.request;

import java.util.Optional;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.signing.SignatureLedger;
import org.breakwater.core.text.TextLibrary;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// What this machine has kept, besides the transaction that is reviewed.
///
/// @param signatures that were made here, where they are written down
/// @param texts by the hashes that chains have of them
/// @param transactions that hashes stand for
public record Kept(Optional<SignatureLedger> signatures, TextLibrary texts, Transactions transactions) {

    public static final Kept NOTHING = new Kept(Optional.empty(), TextLibrary.EMPTY, (_, _) -> Optional.empty());

    /// Port: transactions of Safes by their hashes. What is found is hashed again: nobody's word is taken.
    @FunctionalInterface
    public interface Transactions {
        Optional<SafeTransaction> find(Address safe, Hash32 safeTxHash) throws ProblemException;
    }
}
