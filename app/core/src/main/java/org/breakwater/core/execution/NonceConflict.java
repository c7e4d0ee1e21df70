package org.breakwater.core.execution;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.safe.ExecTransaction;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeHashCase;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.value.Hash32;

/// A nonce that a Safe has used, and by what. Whatever else was signed for it can never be executed.
///
/// @param winner the transaction that was executed
/// @param fields its fields, where they could be read from the chain and hash to it
public record NonceConflict(BigInteger nonce, ExecutedTransaction winner, Optional<SafeTransaction> fields) {

    /// What a Safe used a nonce for.
    ///
    /// @param executed what it executed with that nonce
    static NonceConflict of(SafeDomain safe, BigInteger nonce, ExecutedTransaction executed) {
        return new NonceConflict(
                nonce, executed, ExecTransaction.proven(safe, nonce, executed.input(), executed.hash()));
    }

    /// Whether a transaction of this nonce is the one that was executed.
    public boolean isWonBy(SafeHashCase subject) {
        return winner.hash().equals(subject.hash().hash());
    }

    /// Says who won, and what becomes of a transaction that lost.
    public String words(Hash32 loser) {
        return "The Safe used nonce " + nonce + " for " + winner.hash() + " in block " + winner.block()
                + (winner.succeeded() ? "" : ", which failed") + ". " + loser
                + " can never be executed, and its signatures are worth nothing any more.";
    }
}
