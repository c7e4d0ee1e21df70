package org.breakwater.core.verification;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.breakwater.core.deployment.DeployedContract;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;

/// Whether the Directory names the deployment's modules and pools, no other, and none less.
final class DirectoryCheck {

    /// The Directory's names (`ModuleNames.sol`), with the source that stands behind each.
    private static final Map<String, String> MODULES = new TreeMap<>(Map.ofEntries(
            Map.entry("PARAMETERS", "ParameterRegistry"),
            Map.entry("RISK", "RiskRegistry"),
            Map.entry("PREMIUM", "PremiumEngine"),
            Map.entry("UNDERWRITING", "Underwriting"),
            Map.entry("ACCOUNT_COVER", "AccountCover"),
            Map.entry("SERIES", "CoverSeries"),
            Map.entry("POLICY_NFT", "PolicyNFT"),
            Map.entry("INCIDENTS", "Incidents"),
            Map.entry("CLAIMS", "Claims"),
            Map.entry("TRIBUNAL", "Tribunal"),
            Map.entry("GUARDIAN", "EmergencyGuardian"),
            Map.entry("TREASURY", "Treasury"),
            Map.entry("GATE", "JurisdictionGate"),
            Map.entry("TOKEN", "CoverToken")));

    private final Deployment deployment;
    private final DeployedProtocol chain;
    private final Names names;
    private final Findings findings;

    DirectoryCheck(Deployment deployment, DeployedProtocol chain, Names names, Findings findings) {
        this.deployment = deployment;
        this.chain = chain;
        this.names = names;
        this.findings = findings;
    }

    void run(boolean asked) throws ProblemException {
        if (!asked) {
            findings.notAsked(Area.DIRECTORY, "Which modules and pools there are");
            return;
        }
        chain.modules(List.copyOf(MODULES.keySet()))
                .forEach((name, found) -> findings.expect(
                        Area.DIRECTORY,
                        name + " in the Directory",
                        names.of(address(MODULES.getOrDefault(name, name))),
                        names.of(found)));
        pools(deployment.pools().stream().map(DeployedContract::address).toList(), chain.pools());
    }

    /// A module that a deployment may lack, such as the gate, has the zero address.
    private Address address(String source) {
        return deployment.contract(source).map(DeployedContract::address).orElse(Address.ZERO);
    }

    private void pools(List<Address> expected, List<Address> found) {
        for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
            findings.expect(Area.DIRECTORY, "Pool " + (i + 1) + " in the Directory", pool(expected, i), pool(found, i));
        }
    }

    private String pool(List<Address> pools, int index) {
        return index < pools.size() ? names.of(pools.get(index)) : "none";
    }
}
