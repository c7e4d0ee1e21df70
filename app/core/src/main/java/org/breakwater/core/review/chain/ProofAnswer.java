package org.breakwater.core.review.chain;

import org.breakwater.core.proof.AccountProof;

/// What a node answers when it is asked to prove what it says.
public sealed interface ProofAnswer {

    /// A proof, which nobody has verified yet.
    record Given(AccountProof proof) implements ProofAnswer {}

    /// It proves nothing.
    ///
    /// @param words its own, short and without control characters
    record Refused(String words) implements ProofAnswer {}
}
