package org.breakwater.core.review.check;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.chain.ReviewChain;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;

/// Contracts that run another's code (ERC-1967, ERC-1822).
final class Proxies {

    private static final List<Hash32> SLOTS =
            List.of(before("eip1967.proxy.implementation"), before("eip1967.proxy.beacon"), Keccak.hash("PROXIABLE"));

    private Proxies() {}

    /// The slot one before a name's hash, as ERC-1967 has it.
    private static Hash32 before(String name) {
        return new Hash32(Word.of(Keccak.hash(name).bytes().toUnsigned().subtract(BigInteger.ONE)));
    }

    /// Whose code a proxy runs; nothing where it is none.
    static Optional<Address> implementation(ReviewChain chain, Address proxy) throws ProblemException {
        for (var slot : SLOTS) {
            var word = chain.storage(proxy, slot).bytes();
            var account = new Address(word.slice(Word.LENGTH - Address.LENGTH, Word.LENGTH));
            if (!account.isZero()) {
                return Optional.of(account);
            }
        }
        return Optional.empty();
    }
}
