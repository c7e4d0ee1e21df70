package org.breakwater.core.signing;

import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.NestedOwner;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeHash;
import org.breakwater.core.safe.SafeHashCase;
import org.breakwater.core.safe.SafeMessageHash;
import org.breakwater.core.safe.SafeTypedData;
import org.breakwater.core.typeddata.TypedData;
import org.breakwater.core.value.Bytes;

/// A signature that counts for a transaction.
public sealed interface SignatureRequest extends Signable {

    /// The transaction that the signature counts for.
    SafeHashCase subject();

    /// A transaction of a Safe, asked of one of its owners.
    record OfTransaction(SafeHashCase subject) implements SignatureRequest {

        @Override
        public SafeDomain signedFor() {
            return subject.domain();
        }

        @Override
        public TypedData document() {
            return SafeTypedData.transaction(subject.domain(), subject.transaction());
        }

        @Override
        public SafeHash hash() {
            return subject.hash();
        }
    }

    /// A transaction of a Safe that a Safe owns, asked of an owner of that owner: its part of a contract's signature.
    ///
    /// @param signedFor the Safe that is an owner
    /// @param message what it is asked about
    record OfNested(SafeHashCase subject, SafeDomain signedFor, Bytes message) implements SignatureRequest {

        @Override
        public TypedData document() {
            return SafeTypedData.message(signedFor, message);
        }

        @Override
        public SafeHash hash() {
            return SafeMessageHash.of(signedFor, message);
        }
    }

    /// Asks an owner of a Safe that is an owner.
    ///
    /// @throws ProblemException where the two Safes' versions do not understand each other
    static SignatureRequest nested(SafeDomain owner, SafeHashCase subject) throws ProblemException {
        return new OfNested(
                subject, owner, NestedOwner.message(owner, subject.domain().version(), subject.hash()));
    }
}
