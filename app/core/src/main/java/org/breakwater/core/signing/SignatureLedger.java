package org.breakwater.core.signing;

import java.math.BigInteger;
import java.util.List;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeHashCase;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// Port: the signatures that were made here. None leaves this machine before it is written down.
public interface SignatureLedger {

    /// Writes a signature down. When it returns, it is on the disk. One that is there already stays as it is.
    void made(SafeHashCase subject, Address signer, Bytes signature) throws ProblemException;

    /// Writes down that the signer's signatures for a transaction were handed over.
    ///
    /// @param where a file's path, a service's address, a transaction's hash
    void handedOver(SafeHashCase subject, Address signer, String where) throws ProblemException;

    /// Every signature, in the order in which they were made.
    List<MadeSignature> all() throws ProblemException;

    /// The signatures for a Safe that could still be used.
    ///
    /// @param next the nonce that the Safe takes next
    default List<MadeSignature> standing(BigInteger chainId, Address safe, BigInteger next) throws ProblemException {
        return all().stream()
                .filter(made -> made.chainId().equals(chainId) && made.safe().equals(safe))
                .filter(made -> made.stands(next))
                .toList();
    }
}
