package org.breakwater.adapters.ethereum;

import com.esaulpaugh.headlong.abi.Event;
import com.esaulpaugh.headlong.abi.Function;
import com.esaulpaugh.headlong.abi.Tuple;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.breakwater.core.deployment.DeployedContract;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.BlockRef;

/// From which block on a protocol can be read: its contracts are there, the Directory knows its pools, which it gets
/// after
/// its modules, and the treasury has a price of the settlement asset.
final class ProtocolBirth {

    private static final ContractAbi DIRECTORY = ContractAbi.of("Directory");
    private static final ContractAbi TREASURY = ContractAbi.of("Treasury");

    private final EthereumNode node;
    private final Deployment deployment;
    private final DeployedContract last;

    ProtocolBirth(EthereumNode node, Deployment deployment) {
        this.node = node;
        this.deployment = deployment;
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

    /// Insists that what the deployment fills in last was there.
    void requireFilled(BlockView view) throws ProblemException {
        if (count(view, "Directory", DIRECTORY.function("poolCount"))
                < deployment.pools().size()) {
            throw tooEarly(view.block(), "its Directory did not have all pools");
        }
        if (count(view, "Treasury", TREASURY.function("assetCount")) == 0) {
            throw tooEarly(view.block(), "its treasury had no price of the settlement asset");
        }
    }

    private long count(BlockView view, String contract, Function function) throws ProblemException {
        Number count = view.call(function.getName() + " of " + contract, deployment.address(contract), function)
                .get(0);
        return count.longValue();
    }

    private ProblemException tooEarly(BlockRef block, String why) throws ProblemException {
        return new ProblemException(Problem.of(
                "The protocol could not be read yet at block " + block.number() + ": " + why + ".",
                "The first block at which it can be read is " + first() + "."));
    }

    private long first() throws ProblemException {
        var view = new BlockView(node, node.head());
        var pools = events(view, "Directory", DIRECTORY.event("PoolAdded")).stream()
                .filter(event -> event.number("poolId").longValueExact()
                        <= deployment.pools().size())
                .mapToLong(LoggedEvent::block);
        var price = events(view, "Treasury", TREASURY.event("PegFeedSet")).stream()
                .mapToLong(LoggedEvent::block)
                .limit(1);
        return LongStream.concat(pools, price).reduce(last.block(), Math::max);
    }

    private List<LoggedEvent> events(BlockView view, String name, Event<Tuple> event) throws ProblemException {
        return view.events(deployment.address(name), List.of(event), last.block());
    }
}
