package org.breakwater.adapters.ethereum;

import java.util.Comparator;
import java.util.List;
import org.breakwater.core.deployment.DeployedContract;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.BlockRef;

/// From which block on a protocol can be read: its contracts are there, and the Directory knows its modules and pools.
final class ProtocolBirth {

    private static final ContractAbi DIRECTORY = ContractAbi.of("Directory");

    private final EthereumNode node;
    private final Deployment deployment;
    private final DeployedContract directory;
    private final DeployedContract last;

    ProtocolBirth(EthereumNode node, Deployment deployment) {
        this.node = node;
        this.deployment = deployment;
        this.directory = deployment
                .contract("Directory")
                .orElseThrow(() -> new IllegalArgumentException("the deployment has no Directory"));
        this.last = deployment.contracts().stream()
                .max(Comparator.comparingLong(DeployedContract::block))
                .orElseThrow();
    }

    /// Insists that the deployment file's last contract was there.
    void requireContracts(BlockRef block) throws ProblemException {
        if (block.number() < last.block()) {
            throw tooEarly(block, "its last contract, " + last.name() + ", was created at block " + last.block());
        }
    }

    /// Insists that the Directory was filled: the deployment gives it its modules first and its pools last.
    void requireFilled(BlockView view) throws ProblemException {
        Number pools = view.call("the number of pools", directory.address(), DIRECTORY.function("poolCount"))
                .get(0);
        if (pools.longValue() < deployment.pools().size()) {
            throw tooEarly(view.block(), "its Directory was not filled yet");
        }
    }

    private ProblemException tooEarly(BlockRef block, String why) throws ProblemException {
        return new ProblemException(Problem.of(
                "The protocol could not be read yet at block " + block.number() + ": " + why + ".",
                "The first block at which it can be read is " + first() + "."));
    }

    /// The block in which the Directory got the deployment's last pool, which it gets after its modules.
    private long first() throws ProblemException {
        var added = new BlockView(node, node.head())
                .events(directory.address(), List.of(DIRECTORY.event("PoolAdded")), directory.block());
        return added.stream()
                .filter(event -> event.number("poolId").longValueExact()
                        <= deployment.pools().size())
                .mapToLong(LoggedEvent::block)
                .reduce(last.block(), Math::max);
    }
}
