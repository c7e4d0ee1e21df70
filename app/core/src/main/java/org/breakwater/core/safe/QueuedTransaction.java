package org.breakwater.core.safe;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.value.Address;

/// A transaction that waits, with what was found out about it here.
///
/// @param served what a service told
/// @param hash computed here from its fields
/// @param signatures each as it was recovered over that hash, in the order in which the service told them
/// @param approvers owners who approved that hash on chain (`approveHash`)
public record QueuedTransaction(
        ServedTransaction served, SafeTxHash hash, List<Signed> signatures, List<Address> approvers) {

    public QueuedTransaction {
        signatures = List.copyOf(signatures);
        approvers = List.copyOf(approvers);
    }

    /// What a signature turned out to be.
    public enum Finding {
        /// An owner's, over our hash.
        VALID,
        /// Of the owner that is named, by means that only the chain can confirm: an approved hash, a contract's.
        ONLY_ON_CHAIN,
        /// Over our hash, of somebody who is no owner.
        NO_OWNER,
        /// Over our hash, of another owner than the one named.
        OTHER_OWNER,
        /// Not a signature of anyone over our hash that is named.
        NOT_OVER_THIS
    }

    /// @param stated whose the service says it is
    /// @param signer whose it is, as far as it could be recovered
    /// @param signature what was told, where it is one
    public record Signed(
            Address stated, Optional<Address> signer, Finding finding, Optional<SafeSignature> signature) {}

    /// Hashes a transaction and recovers its signers.
    ///
    /// @param domain the Safe that it is for
    /// @param owners of the Safe, from the chain
    public static QueuedTransaction of(
            SafeDomain domain, ServedTransaction served, Collection<Address> owners, SignatureRecovery recovery) {
        var hash = SafeTxHash.of(domain, served.transaction());
        return new QueuedTransaction(
                served, hash, signatures(served.confirmations(), hash, owners, recovery), List.of());
    }

    /// With what the chain says of owners who approved it.
    public QueuedTransaction approvedBy(List<Address> owners) {
        return new QueuedTransaction(served, hash, signatures, owners);
    }

    static List<Signed> signatures(
            List<ServedTransaction.Confirmation> told,
            SafeHash hash,
            Collection<Address> owners,
            SignatureRecovery recovery) {
        return told.stream()
                .map(confirmation -> signed(confirmation, hash, owners, recovery))
                .toList();
    }

    private static Signed signed(
            ServedTransaction.Confirmation told,
            SafeHash hash,
            Collection<Address> owners,
            SignatureRecovery recovery) {
        var signature = only(told);
        var signer = signature.flatMap(one -> one.owner(hash.hash(), recovery));
        return new Signed(told.owner(), signer, finding(told.owner(), signature, signer, owners), signature);
    }

    /// The signature, if the bytes are exactly one.
    private static Optional<SafeSignature> only(ServedTransaction.Confirmation told) {
        return switch (SignatureBlob.parse(told.signature())) {
            case Decoding.Decoded(var blob)
            when blob.signatures().size() == 1 -> Optional.of(blob.signatures().getFirst());
            case Decoding.Decoded<SignatureBlob> _, Decoding.Refused<SignatureBlob> _ -> Optional.empty();
        };
    }

    private static Finding finding(
            Address stated, Optional<SafeSignature> signature, Optional<Address> signer, Collection<Address> owners) {
        if (signer.isEmpty()) {
            return Finding.NOT_OVER_THIS;
        }
        if (!owners.contains(signer.get())) {
            // over other bytes, any signature recovers to some address that nobody has
            return signer.get().equals(stated) ? Finding.NO_OWNER : Finding.NOT_OVER_THIS;
        }
        if (!signer.get().equals(stated)) {
            return Finding.OTHER_OWNER;
        }
        var recovered =
                signature.get() instanceof SafeSignature.Ecdsa || signature.get() instanceof SafeSignature.EthSign;
        return recovered ? Finding.VALID : Finding.ONLY_ON_CHAIN;
    }

    /// Whether the service names the hash that its own fields have. Where it does not, what is signed is not what is
    /// shown.
    public boolean hasStatedHash() {
        return hash.hash().equals(served.statedHash());
    }

    /// Owners whose signatures over this hash were recovered here, and those who approved it on chain, each once.
    public List<Address> signers() {
        var recovered = signatures.stream()
                .filter(signed -> signed.finding() == Finding.VALID || signed.finding() == Finding.OTHER_OWNER)
                .flatMap(signed -> signed.signer().stream());
        return Stream.concat(recovered, approvers.stream()).distinct().toList();
    }

    /// The signatures of owners, each once: those that were recovered over this hash, and those that only the chain can
    /// confirm.
    public List<OwnerSignature> ownerSignatures() {
        var found = new LinkedHashMap<Address, OwnerSignature>();
        for (var signed : signatures) {
            if (signed.finding() != Finding.NOT_OVER_THIS
                    && signed.finding() != Finding.NO_OWNER
                    && signed.signer().isPresent()
                    && signed.signature().isPresent()) {
                var owner = signed.signer().get();
                found.putIfAbsent(
                        owner, new OwnerSignature(owner, signed.signature().get()));
            }
        }
        return List.copyOf(found.values());
    }

    /// Signatures that count for nothing here.
    public List<Signed> doubtful() {
        return signatures.stream()
                .filter(signed -> signed.finding() != Finding.VALID)
                .toList();
    }

    public SafeTransaction transaction() {
        return served.transaction();
    }
}
