package org.breakwater.core.safe;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Word;

/// What a device, a wallet or a node gave back when it was asked to sign a hash.
///
/// Some count v from 0 and some from 27; some hash once more with the prefix of a personal message and do not say
/// so.
/// The signature is what its recovery says it is, and nothing where it recovers to somebody else.
public final class ReturnedSignature {

    private ReturnedSignature() {}

    /// Finds the way in which a signer signed a hash.
    ///
    /// @throws ProblemException where the bytes are not this signer's signature over this hash
    public static OwnerSignature of(Bytes returned, Address signer, Hash32 hash, SignatureRecovery recovery)
            throws ProblemException {
        return ecdsa(returned).stream()
                .flatMap(signature ->
                        Stream.of(new SafeSignature.Ecdsa(signature), new SafeSignature.EthSign(signature)))
                .filter(signature -> signature.owner(hash, recovery).equals(Optional.of(signer)))
                .findFirst()
                .map(signature -> new OwnerSignature(signer, signature))
                .orElseThrow(() -> new ProblemException(new Problem(
                        "What came back is not a signature of " + signer + " over " + hash + ".",
                        "The device may have signed something else than what is on this screen.",
                        "Stop, sign nothing more with it, and look for the cause.")));
    }

    private static Optional<EcdsaSignature> ecdsa(Bytes returned) {
        if (returned.length() != SafeSignature.LENGTH) {
            return Optional.empty();
        }
        var v = returned.at(2 * Word.LENGTH);
        try {
            return Optional.of(new EcdsaSignature(
                    returned.slice(0, Word.LENGTH).toUnsigned(),
                    returned.slice(Word.LENGTH, 2 * Word.LENGTH).toUnsigned(),
                    List.of(0, 1).contains(v) ? v + 27 : v));
        } catch (IllegalArgumentException noSignature) {
            return Optional.empty();
        }
    }
}
