package org.breakwater.adapters.ethereum;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.breakwater.core.deployment.DeployedContract;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Keccak;

/// Completes what a deployment script says of itself with what the chain has: code hashes, role names, role members.
public final class DeploymentReading {

    private static final String MANAGER = "AccessManager";

    private final EthereumNode node;

    public DeploymentReading(EthereumNode node) {
        this.node = node;
    }

    /// A contract that the script created.
    ///
    /// @param name of its source
    /// @param block height of its creation
    public record Created(String name, Address address, long block) {}

    /// @param accounts whom the protocol was given to
    public Deployment complete(List<Created> created, SortedMap<String, Address> accounts) throws ProblemException {
        var contracts = new ArrayList<DeployedContract>();
        for (var contract : created) {
            var code = node.code(contract.address());
            if (code.isEmpty()) {
                throw new ProblemException(Problem.of(
                        contract.name() + " at " + contract.address() + " has no code.", "Deploy the protocol again."));
            }
            contracts.add(
                    new DeployedContract(contract.name(), contract.address(), contract.block(), Keccak.hash(code)));
        }
        var manager = contracts.stream()
                .filter(contract -> contract.name().equals(MANAGER))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the deployment has no " + MANAGER));
        var authority = new ChainAuthority(new BlockView(node, node.head()), manager.address(), manager.block());
        return new Deployment(
                node.chain(),
                contracts,
                accounts,
                new TreeMap<>(authority.names()),
                authority.members(),
                ScriptedProtocol.readManifest());
    }
}
