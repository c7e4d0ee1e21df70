package org.breakwater.core.safe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;

/// A signature and whose it is.
public record OwnerSignature(Address owner, SafeSignature signature) {

    public OwnerSignature {
        var stated = switch (signature) {
            case SafeSignature.ApprovedHash(var approver) -> approver;
            case SafeSignature.Contract(var contract, var _) -> contract;
            case SafeSignature.Ecdsa _, SafeSignature.EthSign _ -> owner;
        };
        if (!stated.equals(owner)) {
            throw new IllegalArgumentException("the signature names " + stated + " as its owner, not " + owner);
        }
    }

    /// An owner's signature over the hash itself.
    public OwnerSignature(Address owner, EcdsaSignature signature) {
        this(owner, new SafeSignature.Ecdsa(signature));
    }

    /// The signatures as `execTransaction` wants them: one after the other, owners in ascending order, then what
    /// contracts are given.
    ///
    /// @throws IllegalArgumentException where an owner signs twice
    public static Bytes inOwnerOrder(Collection<OwnerSignature> signatures) {
        var ordered = signatures.stream()
                .sorted(Comparator.comparing(OwnerSignature::owner))
                .toList();
        if (ordered.stream().map(OwnerSignature::owner).distinct().count() != ordered.size()) {
            throw new IllegalArgumentException("an owner signs once");
        }
        var slots = new ArrayList<Bytes>();
        var parts = new ArrayList<Bytes>();
        var end = ordered.size() * SafeSignature.LENGTH;
        for (var signature : ordered) {
            var part = signature.signature().part();
            slots.add(signature.signature().slot(end));
            parts.add(part);
            end += part.length();
        }
        slots.addAll(parts);
        return Bytes.concat(slots.toArray(Bytes[]::new));
    }

    /// Finds out whose a signature is, as {@link SafeSignature#owner} does.
    public static Optional<OwnerSignature> recovered(SafeSignature signature, Hash32 hash, SignatureRecovery recovery) {
        return signature.owner(hash, recovery).map(owner -> new OwnerSignature(owner, signature));
    }

    /// Whether it was made by its owner over a hash; for an approved hash and a contract's signature, whether it
    /// says so.
    public boolean isOver(Hash32 hash, SignatureRecovery recovery) {
        return signature.owner(hash, recovery).equals(Optional.of(owner));
    }
}
