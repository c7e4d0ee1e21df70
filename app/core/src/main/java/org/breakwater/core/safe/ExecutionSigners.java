package org.breakwater.core.safe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;

/// Whose signatures an execution carried, by the calldata with which a Safe was called.
public final class ExecutionSigners {

    /// Longer calldata are not read, bytes: eight times what nodes pass on to each other.
    public static final int MOST_INPUT = 1 << 20;

    private ExecutionSigners() {}

    /// The owners whose signatures stand there, recovered over the hash that was executed. An owner who is a
    /// contract or approved the hash is named. Signatures beyond the threshold, at which the Safe does not look,
    /// count too.
    ///
    /// @param calldata of a call to the Safe itself that executed this and nothing else
    /// @return empty where not every signature can be read
    public static Optional<Set<Address>> of(Bytes calldata, Hash32 safeTxHash, SignatureRecovery recovery) {
        return calldata.length() > MOST_INPUT
                ? Optional.empty()
                : ExecTransaction.signatures(calldata).flatMap(blob -> signers(blob, safeTxHash, recovery));
    }

    private static Optional<Set<Address>> signers(Bytes blob, Hash32 safeTxHash, SignatureRecovery recovery) {
        return switch (SignatureBlob.parse(blob)) {
            case Decoding.Decoded<SignatureBlob>(var read) -> owners(read.signatures(), safeTxHash, recovery);
            case Decoding.Refused<SignatureBlob> _ -> Optional.empty();
        };
    }

    private static Optional<Set<Address>> owners(
            List<SafeSignature> signatures, Hash32 safeTxHash, SignatureRecovery recovery) {
        var owners = new ArrayList<Address>();
        for (var signature : signatures) {
            signature.owner(safeTxHash, recovery).ifPresent(owners::add);
        }
        return owners.isEmpty() || owners.size() != signatures.size() || !SignatureBlob.isAscending(owners)
                ? Optional.empty()
                : Optional.of(Set.copyOf(owners));
    }
}
