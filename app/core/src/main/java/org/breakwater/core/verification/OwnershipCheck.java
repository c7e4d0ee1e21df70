package org.breakwater.core.verification;

import java.util.List;
import java.util.Map;
import org.breakwater.core.deployment.DeployedContract;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.problem.ProblemException;

/// Whether every contract obeys the deployment's AccessManager and finds its peers through the deployment's contracts.
final class OwnershipCheck {

    /// Functions without arguments that name a contract, with the source that must stand there.
    private static final Map<String, String> OWNERS = Map.of(
            "authority", "AccessManager",
            "directory", "Directory",
            "timelock", "TimelockController",
            "token", "CoverToken");

    private final Deployment deployment;
    private final DeployedProtocol chain;
    private final Names names;
    private final Findings findings;

    OwnershipCheck(Deployment deployment, DeployedProtocol chain, Names names, Findings findings) {
        this.deployment = deployment;
        this.chain = chain;
        this.names = names;
        this.findings = findings;
    }

    void run(List<DeployedContract> trusted) throws ProblemException {
        for (var contract : deployment.contracts()) {
            if (!trusted.contains(contract)) {
                findings.notAsked(Area.OWNERSHIP, "The owner of " + names.of(contract));
            }
        }
        var getters = OWNERS.keySet().stream().sorted().toList();
        for (var link : chain.links(trusted, getters)) {
            findings.expect(
                    Area.OWNERSHIP,
                    "The " + link.getter() + " of " + names.of(link.from()),
                    names.of(deployment.address(OWNERS.getOrDefault(link.getter(), link.getter()))),
                    names.of(link.to()));
        }
    }
}
