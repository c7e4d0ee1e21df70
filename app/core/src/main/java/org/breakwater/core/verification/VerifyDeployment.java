package org.breakwater.core.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.core.deployment.DeployedContract;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.problem.ProblemException;

/// Use case: proves code, ownership, roles, settings and parameters of a deployed protocol, and names each difference.
///
/// A contract whose code is not the right one is a difference and is not asked anything: it could give any answer.
public final class VerifyDeployment {

    private static final String COMPILED = "what the compiler makes of its source";

    private final ProtocolSource source;

    public VerifyDeployment(ProtocolSource source) {
        this.source = source;
    }

    /// @throws ProblemException where the node could not be read to the end; there is no verdict then
    public Verification run(Deployment deployment, DeployedProtocol chain) throws ProblemException {
        var findings = new Findings();
        var names = new Names(deployment);
        new FileCheck(source, deployment, names, findings).run();
        var trusted = trusted(chain.codes(), names, findings);
        new OwnershipCheck(deployment, chain, names, findings).run(trusted);
        access(deployment, chain, names, findings, trusted);
        var governance = new GovernanceCheck(source, deployment, chain, names, findings);
        governance.timelock(has(trusted, "TimelockController"));
        governance.governor(has(trusted, "CoverGovernor"));
        new DirectoryCheck(deployment, chain, names, findings).run(has(trusted, "Directory"));
        new ParameterCheck(source, deployment, chain, findings).run(has(trusted, "ParameterRegistry"));
        return findings.asOf(chain.asOf());
    }

    private void access(
            Deployment deployment,
            DeployedProtocol chain,
            Names names,
            Findings findings,
            List<DeployedContract> trusted)
            throws ProblemException {
        var check = new AccessCheck(source, deployment, chain, names, findings);
        var asked = has(trusted, "AccessManager");
        check.roles(asked);
        check.functions(asked);
    }

    /// The contracts with the right code.
    private static List<DeployedContract> trusted(
            Map<DeployedContract, DeployedCode> codes, Names names, Findings findings) {
        var trusted = new ArrayList<DeployedContract>();
        codes.forEach((contract, code) -> {
            var place = names.of(contract) + " at " + contract.address();
            findings.expect(Area.CODE, "The code of " + place, contract.codeHash(), code.hash());
            compiled(findings, "The code of " + place + " without its immutable values", code.compiledHere());
            compiled(findings, "The creation of " + place + " in block " + contract.block(), code.createdHere());
            if (code.hash().equals(contract.codeHash())
                    && code.compiledHere().orElse(true)
                    && code.createdHere().orElse(true)) {
                trusted.add(contract);
            }
        });
        return trusted;
    }

    private static void compiled(Findings findings, String subject, Optional<Boolean> compiled) {
        compiled.ifPresent(right -> findings.expect(Area.CODE, subject, COMPILED, right ? COMPILED : "other code"));
    }

    private static boolean has(List<DeployedContract> contracts, String name) {
        return contracts.stream().anyMatch(contract -> contract.name().equals(name));
    }
}
