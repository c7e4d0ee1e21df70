package org.breakwater.core.safe;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.typeddata.TypedDomain;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.ChainId;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;

/// The Safe for which owners sign: what keeps their signatures from being valid elsewhere.
///
/// @param chainId 1 to 2^256 - 1; before 1.3.0 no part of what is signed
public record SafeDomain(SafeVersion version, BigInteger chainId, Address safe) {

    /// `DOMAIN_SEPARATOR_TYPEHASH` since 1.3.0
    static final Hash32 TYPE = Keccak.hash("EIP712Domain(uint256 chainId,address verifyingContract)");

    /// `DOMAIN_SEPARATOR_TYPEHASH` before 1.3.0
    static final Hash32 TYPE_WITHOUT_CHAIN = Keccak.hash("EIP712Domain(address verifyingContract)");

    public SafeDomain {
        if (Word.requireFits(chainId).signum() == 0) {
            throw new IllegalArgumentException("a chain id is above zero");
        }
    }

    public SafeDomain(SafeVersion version, ChainId chain, Address safe) {
        this(version, BigInteger.valueOf(chain.number()), safe);
    }

    /// The domain separator, packed by hand as the contracts do.
    public Hash32 hash() {
        return Keccak.hash(
                version.hasChainInDomain()
                        ? Bytes.concat(Word.of(TYPE), Word.of(chainId), Word.of(safe))
                        : Bytes.concat(Word.of(TYPE_WITHOUT_CHAIN), Word.of(safe)));
    }

    /// The domain as typed data.
    public TypedDomain typed() {
        return TypedDomain.ofContract(version.hasChainInDomain() ? Optional.of(chainId) : Optional.empty(), safe);
    }
}
