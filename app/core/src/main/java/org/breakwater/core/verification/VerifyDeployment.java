package org.breakwater.core.verification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.breakwater.core.deployment.DeployedContract;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.deployment.RoleGrant;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;

/// Use case: proves code, ownership, roles and parameters of a deployed protocol, and names each difference.
public final class VerifyDeployment {

    private static final long ADMIN = 0;
    private static final long DAO = 10;

    /// Granted one by one by the DAO as integrators join, so that a deployment file cannot know its members.
    private static final long INTEGRATOR = 70;

    /// The directory's names, with the source that stands behind each.
    private static final Map<String, String> MODULES = Map.ofEntries(
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
            Map.entry("TOKEN", "CoverToken"));

    private final Deployment deployment;
    private final DeployedProtocol chain;
    private final List<Difference> differences = new ArrayList<>();
    private int checks;

    private VerifyDeployment(Deployment deployment, DeployedProtocol chain) {
        this.deployment = deployment;
        this.chain = chain;
    }

    public static Verification run(Deployment deployment, DeployedProtocol chain) throws ProblemException {
        var verify = new VerifyDeployment(deployment, chain);
        verify.code();
        verify.ownership();
        verify.roles();
        verify.functions();
        verify.timelock();
        verify.directory();
        verify.parameters();
        return new Verification(chain.asOf(), verify.checks, verify.differences);
    }

    private void expect(String subject, Object expected, Object found) {
        checks++;
        if (!expected.equals(found)) {
            differences.add(new Difference(subject, expected.toString(), found.toString()));
        }
    }

    private void code() throws ProblemException {
        for (var contract : deployment.contracts()) {
            expect("code of " + named(contract), contract.codeHash(), chain.codeHash(contract.address()));
            var compiled = chain.compiledHere(contract);
            if (compiled.isPresent()) {
                expect(
                        "code of " + named(contract),
                        "what the compiler makes of " + contract.name(),
                        compiled.get() ? "what the compiler makes of " + contract.name() : "other code");
            }
        }
    }

    private void ownership() throws ProblemException {
        var manager = deployment.address("AccessManager");
        for (var contract : deployment.contracts()) {
            var authority = chain.authority(contract);
            if (authority.isPresent()) {
                expect("authority of " + named(contract), manager, authority.get());
            }
        }
        var timelock = deployment.address("TimelockController");
        var members = chain.roleMembers();
        expect("members of " + deployment.roleName(ADMIN), List.of(timelock), holders(members, ADMIN));
        expect("members of " + deployment.roleName(DAO), List.of(timelock), holders(members, DAO));
    }

    private static List<Address> holders(List<RoleGrant> members, long role) {
        return members.stream()
                .filter(grant -> grant.role() == role)
                .map(RoleGrant::member)
                .toList();
    }

    private void roles() throws ProblemException {
        expect("names of the roles", deployment.roles(), chain.roleNames());
        var expected = closed(deployment.members());
        var found = closed(chain.roleMembers());
        for (var grant : expected) {
            var same = found.stream()
                    .filter(other ->
                            other.role() == grant.role() && other.member().equals(grant.member()))
                    .findFirst();
            expect(
                    member(grant),
                    "held with a delay of " + grant.delay() + " s",
                    same.map(other -> "held with a delay of " + other.delay() + " s")
                            .orElse("not held"));
        }
        for (var grant : found) {
            var known = expected.stream()
                    .anyMatch(other ->
                            other.role() == grant.role() && other.member().equals(grant.member()));
            expect(member(grant), "known to the deployment file", known ? "known to the deployment file" : "unknown");
        }
    }

    private static List<RoleGrant> closed(List<RoleGrant> members) {
        return members.stream().filter(grant -> grant.role() != INTEGRATOR).toList();
    }

    private String member(RoleGrant grant) {
        return deployment.roleName(grant.role()) + " of " + grant.member();
    }

    private void functions() throws ProblemException {
        var required = new HashMap<String, Long>();
        deployment
                .functions()
                .forEach(function -> required.put(function.contract() + "." + function.signature(), function.role()));
        for (var contract : deployment.contracts()) {
            if (chain.authority(contract).isEmpty()) {
                continue;
            }
            for (var signature : signatures(contract)) {
                var role = required.getOrDefault(contract.name() + "." + signature, ADMIN);
                expect(
                        signature + " of " + named(contract),
                        deployment.roleName(role),
                        deployment.roleName(chain.requiredRole(contract.address(), signature)));
            }
        }
    }

    private SortedSet<String> signatures(DeployedContract contract) {
        var signatures = new TreeSet<>(chain.changingFunctions(contract.name()));
        deployment.functions().stream()
                .filter(function -> function.contract().equals(contract.name()))
                .forEach(function -> signatures.add(function.signature()));
        return signatures;
    }

    private void timelock() throws ProblemException {
        var timelock = deployment.address("TimelockController");
        var governor = deployment.address("CoverGovernor");
        timelockRole("PROPOSER_ROLE", governor);
        timelockRole("CANCELLER_ROLE", governor);
        timelockRole("EXECUTOR_ROLE", Address.ZERO);
        timelockRole("DEFAULT_ADMIN_ROLE", timelock);
        var contract = deployment.contract("CoverGovernor").orElseThrow();
        expect("timelock of the Governor", timelock, chain.linked(contract, "timelock"));
        expect("token of the Governor", deployment.address("CoverToken"), chain.linked(contract, "token"));
    }

    private void timelockRole(String role, Address holder) throws ProblemException {
        expect(role + " of the timelock", new TreeSet<>(List.of(holder)), chain.timelockHolders(role));
    }

    private void directory() throws ProblemException {
        for (var name : new TreeSet<>(MODULES.keySet())) {
            var source = MODULES.getOrDefault(name, name);
            expect(name + " in the directory", deployment.address(source), chain.module(name));
        }
        expect(
                "pools in the directory",
                deployment.pools().stream().map(DeployedContract::address).toList(),
                chain.pools());
    }

    private void parameters() throws ProblemException {
        for (var proof : chain.parameters()) {
            var subject = proof.name() + ", " + proof.scope();
            checks++;
            var tightened = proof.expectedRules().isPresent()
                    && proof.foundRules().isPresent()
                    && proof.foundRules().get().tightened(proof.expectedRules().get());
            if (!tightened) {
                differences.add(
                        new Difference("rules of " + subject, words(proof.expectedRules()), words(proof.foundRules())));
            }
            expect("value of " + subject, words(proof.explained()), words(proof.found()));
        }
    }

    private static String words(Optional<?> value) {
        return value.map(Object::toString).orElse("nothing");
    }

    private String named(DeployedContract contract) {
        var alike = deployment.contracts().stream()
                .filter(other -> other.name().equals(contract.name()))
                .toList();
        return alike.size() == 1 ? contract.name() : contract.name() + " " + (alike.indexOf(contract) + 1);
    }
}
