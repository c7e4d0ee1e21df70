package org.breakwater.adapters.watch;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.breakwater.adapters.ethereum.EthereumNode;
import org.breakwater.adapters.ethereum.SafeStorageReading;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeConfiguration;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.watch.SafeConfigurations;

/// Safes as a node has them.
public record NodeSafes(EthereumNode node) implements SafeConfigurations {

    @Override
    public SafeConfiguration at(Address safe, BlockRef block) throws ProblemException {
        return SafeStorageReading.at(node, safe, block);
    }

    /// Which accounts of a deployment are Safes. Blocking.
    public Set<Address> among(Deployment deployment) throws ProblemException {
        return among(deployment.accounts().values(), node.head());
    }

    private Set<Address> among(Collection<Address> accounts, BlockRef block) {
        var safes = new LinkedHashSet<Address>();
        for (var account : accounts) {
            try {
                at(account, block);
                safes.add(account);
            } catch (ProblemException other) {
                // An account without a Safe's storage has nothing to compare.
            }
        }
        return safes;
    }
}
