package org.breakwater.core.signing;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeAnswers;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeHashCase;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.ChainId;
import org.breakwater.core.value.Hash32;

/// Asks the Safes of one network.
public final class ContractWitness implements SafeWitness {

    private final ChainId chain;
    private final SafeAnswers safes;

    public ContractWitness(ChainId chain, SafeAnswers safes) {
        this.chain = chain;
        this.safes = safes;
    }

    @Override
    public List<Address> owners(SafeDomain safe) throws ProblemException {
        if (!safe.chainId().equals(BigInteger.valueOf(chain.number()))) {
            throw new ProblemException(new Problem(
                    "This is for chain " + safe.chainId() + ", and the network here is chain " + chain + ".",
                    "The Safe of that address may be another one here.",
                    "Open it on its own network."));
        }
        var state = safes.state(safe.safe());
        if (SafeVersion.parse(state.version()) != safe.version()) {
            throw new ProblemException(new Problem(
                    "The Safe " + safe.safe() + " is of version " + state.version() + ", not " + safe.version() + ".",
                    "Another version may hash in another way.",
                    "Have the transaction made again for the Safe as it is."));
        }
        return state.owners();
    }

    @Override
    public Optional<Hash32> transactionHash(SafeHashCase subject) throws ProblemException {
        return Optional.of(safes.transactionHash(subject.domain().safe(), subject.transaction()));
    }
}
