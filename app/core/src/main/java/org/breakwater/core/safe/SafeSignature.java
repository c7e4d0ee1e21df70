package org.breakwater.core.safe;

import java.util.Optional;
import org.breakwater.core.typeddata.PersonalMessage;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Word;

/// A signature in one of the ways that a Safe accepts (`docs/signatures.md` of the Safe contracts).
public sealed interface SafeSignature {

    /// How many bytes each takes in a blob, besides what a contract is given.
    int LENGTH = 65;

    /// Added to v in a signature of `eth_sign`.
    int ETH_SIGN = 4;

    /// In the place of v for an approved hash.
    int APPROVED_HASH = 1;

    /// In the place of v for a contract's signature.
    int CONTRACT = 0;

    /// Over the hash itself.
    record Ecdsa(EcdsaSignature signature) implements SafeSignature {}

    /// Over the hash as a personal message: what `eth_sign` and `personal_sign` give. Its v is 4 more in a blob.
    record EthSign(EcdsaSignature signature) implements SafeSignature {}

    /// None of its own: the owner has called `approveHash`, or sends the execution.
    record ApprovedHash(Address owner) implements SafeSignature {}

    /// Of an owner that is a contract (EIP-1271), which judges it when the Safe asks.
    ///
    /// @param signature what the contract is given; for a Safe as owner a blob of its own owners' signatures
    record Contract(Address owner, Bytes signature) implements SafeSignature {}

    /// Whose signature it is. For an approved hash and a contract's signature that is a claim, which only the chain
    /// can confirm.
    ///
    /// @return nothing where the bytes are no signature of anyone
    default Optional<Address> owner(Hash32 hash, SignatureRecovery recovery) {
        return switch (this) {
            case Ecdsa(var signature) -> recovery.signer(hash, signature);
            case EthSign(var signature) -> recovery.signer(PersonalMessage.hash(hash.bytes()), signature);
            case ApprovedHash(var owner) -> Optional.of(owner);
            case Contract(var owner, var _) -> Optional.of(owner);
        };
    }

    /// Its 65 bytes.
    ///
    /// @param part where in the blob the part begins that a contract is given
    default Bytes slot(int part) {
        return switch (this) {
            case Ecdsa(var signature) -> signature.bytes();
            case EthSign(var signature) -> signature.bytes(ETH_SIGN);
            case ApprovedHash(var owner) -> slot(owner, 0, APPROVED_HASH);
            case Contract(var owner, var _) -> slot(owner, part, CONTRACT);
        };
    }

    private static Bytes slot(Address owner, int second, int kind) {
        return Bytes.concat(Word.of(owner), Word.of(second), Bytes.of(new byte[] {(byte) kind}));
    }

    /// What stands behind the slots: for a contract's signature the length and what the contract is given.
    default Bytes part() {
        return this instanceof Contract(var _, var signature)
                ? Bytes.concat(Word.of(signature.length()), signature)
                : Bytes.EMPTY;
    }

    /// Whether Safes of a version know this way.
    default boolean isKnownTo(SafeVersion version) {
        return !(this instanceof EthSign) || version.knowsEthSign();
    }
}
