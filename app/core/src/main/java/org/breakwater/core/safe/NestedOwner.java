package org.breakwater.core.safe;

import java.math.BigInteger;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;

/// A Safe that is an owner of another Safe, and the two ways in which it signs there.
public final class NestedOwner {

    private static final FunctionSignature APPROVE_HASH = FunctionSignature.parse("approveHash(bytes32 hashToApprove)");

    private NestedOwner() {}

    /// What the owners of `owner` sign so that `owner` gives a contract's signature to `parent`.
    ///
    /// @param owner the Safe that is an owner
    /// @param parent the version of the Safe that it is an owner of
    /// @param signed what is signed for the parent
    /// @throws ProblemException where the two versions do not understand each other
    public static SafeMessageHash messageHash(SafeDomain owner, SafeVersion parent, SafeHash signed)
            throws ProblemException {
        return SafeMessageHash.of(owner, message(owner, parent, signed));
    }

    /// The message whose hash that is.
    ///
    /// A parent before 1.5.0 asks its owner about the 66 bytes that it hashes, and from 1.5.0 about the hash. The
    /// owner is taken to answer with the fallback handler of its own version.
    ///
    /// @throws ProblemException where the two versions do not understand each other
    public static Bytes message(SafeDomain owner, SafeVersion parent, SafeHash signed) throws ProblemException {
        if (!understand(owner.version(), parent)) {
            throw new ProblemException(new Problem(
                    "A Safe of version " + parent + " cannot ask a Safe of version " + owner.version()
                            + " for a signature.",
                    "The one asks in a way that the other does not answer.",
                    "Have the owner approve the hash on chain instead."));
        }
        return asksAboutHash(parent) ? signed.hash().bytes() : signed.preimage();
    }

    private static boolean understand(SafeVersion owner, SafeVersion parent) {
        return asksAboutHash(parent) ? owner.isAtLeast(SafeVersion.V1_3_0) : !owner.isAtLeast(SafeVersion.V1_5_0);
    }

    private static boolean asksAboutHash(SafeVersion parent) {
        return parent.isAtLeast(SafeVersion.V1_5_0);
    }

    /// The owner's transaction that approves a hash on chain, which every version understands.
    public static SafeTransaction approval(Address parent, Hash32 hash, BigInteger nonce) {
        return SafeTransaction.call(parent, AbiEncoder.call(APPROVE_HASH, new AbiValue.Binary(hash.bytes())), nonce);
    }

    /// The signature of the owner, made of its own owners' signatures.
    public static OwnerSignature signature(Address owner, Bytes blob) {
        return new OwnerSignature(owner, new SafeSignature.Contract(owner, blob));
    }
}
