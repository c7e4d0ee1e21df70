package org.breakwater.adapters.signer;

import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.EcdsaSignature;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// A key of one Ethereum account. It stays behind this.
public interface EthereumKey {

    Address address();

    /// Signs a hash; deterministic (RFC 6979), with the lower of the two values of s.
    ///
    /// @throws ProblemException where the key is locked
    EcdsaSignature sign(Hash32 hash) throws ProblemException;
}
