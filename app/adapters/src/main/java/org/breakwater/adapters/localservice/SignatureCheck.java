package org.breakwater.adapters.localservice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.adapters.ethereum.SafeReader;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.OwnerSignature;
import org.breakwater.core.safe.SafeHash;
import org.breakwater.core.safe.SafeSignature;
import org.breakwater.core.safe.SignatureBlob;
import org.breakwater.core.safe.SignatureRecovery;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;

/// Finds out whose signatures are, and whether they are valid; what only the chain can say is asked of it.
record SignatureCheck(SafeReader chain, SignatureRecovery recovery) {

    static final String CONTRACT = "CONTRACT_SIGNATURE";

    /// @param owner whose it is; nothing where it is nobody's
    record Checked(Optional<Address> owner, SafeSignature signature, boolean isValid) {

        /// As the service names it.
        String kind() {
            return switch (signature) {
                case SafeSignature.Ecdsa _ -> "EOA";
                case SafeSignature.EthSign _ -> "ETH_SIGN";
                case SafeSignature.ApprovedHash _ -> "APPROVED_HASH";
                case SafeSignature.Contract _ -> CONTRACT;
            };
        }

        /// By itself, as a Safe with a threshold of one would want it.
        Bytes bytes() {
            return OwnerSignature.inOwnerOrder(List.of(new OwnerSignature(owner.orElseThrow(), signature)));
        }
    }

    /// The signatures in a row; nothing where the bytes are none.
    Optional<List<Checked>> check(Address safe, SafeHash hash, Bytes blob) throws ProblemException {
        if (!(SignatureBlob.parse(blob) instanceof Decoding.Decoded<SignatureBlob>(var parsed))) {
            return Optional.empty();
        }
        var checked = new ArrayList<Checked>();
        for (var signature : parsed.signatures()) {
            checked.add(new Checked(signature.owner(hash.hash(), recovery), signature, isValid(safe, hash, signature)));
        }
        return Optional.of(checked);
    }

    private boolean isValid(Address safe, SafeHash hash, SafeSignature signature) throws ProblemException {
        return switch (signature) {
            case SafeSignature.Ecdsa _, SafeSignature.EthSign _ ->
                signature.owner(hash.hash(), recovery).isPresent();
            case SafeSignature.ApprovedHash(var owner) -> chain.isApproved(safe, owner, hash.hash());
            case SafeSignature.Contract(var owner, var given) ->
                chain.isAccepted(owner, hash.hash(), hash.preimage(), given);
        };
    }

    /// Who made a single signature over what is no Safe's hash: an account's own, or of `eth_sign`.
    Optional<Address> signer(Hash32 hash, Bytes signature) {
        if (signature.length() == SafeSignature.LENGTH
                && SignatureBlob.parse(signature) instanceof Decoding.Decoded<SignatureBlob>(var parsed)
                && parsed.signatures().size() == 1) {
            return switch (parsed.signatures().getFirst()) {
                case SafeSignature.Ecdsa ecdsa -> ecdsa.owner(hash, recovery);
                case SafeSignature.EthSign prefixed -> prefixed.owner(hash, recovery);
                case SafeSignature.ApprovedHash _, SafeSignature.Contract _ -> Optional.empty();
            };
        }
        return Optional.empty();
    }
}
