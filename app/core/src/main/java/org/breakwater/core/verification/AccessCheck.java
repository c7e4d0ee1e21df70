package org.breakwater.core.verification;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.breakwater.core.deployment.DeployedContract;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.deployment.RoleGrant;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;

/// Whether the AccessManager has the roles, holders, delays and functions that the deployment file and the source say.
final class AccessCheck {

    /// Granted one by one by the DAO as integrators join, so that a deployment file cannot know its holders.
    static final long INTEGRATOR = 70;

    private static final long ADMIN = 0;

    private final ProtocolSource source;
    private final Deployment deployment;
    private final DeployedProtocol chain;
    private final Names names;
    private final Findings findings;

    AccessCheck(ProtocolSource source, Deployment deployment, DeployedProtocol chain, Names names, Findings findings) {
        this.source = source;
        this.deployment = deployment;
        this.chain = chain;
        this.names = names;
        this.findings = findings;
    }

    void roles(boolean asked) throws ProblemException {
        if (!asked) {
            findings.notAsked(Area.ROLES, "Who holds which role in the AccessManager");
            return;
        }
        chain.roles().forEach((role, state) -> {
            var name = deployment.roleName(role);
            var design = source.roles().getOrDefault(role, RoleDesign.untouched(name));
            expect("The name of role " + role, deployment.roles().getOrDefault(role, "none"), state.name());
            expect("The admin of " + name, deployment.roleName(design.admin()), deployment.roleName(state.admin()));
            expect(
                    "The guardian of " + name,
                    deployment.roleName(design.guardian()),
                    deployment.roleName(state.guardian()));
            expect("The grant delay of " + name, DelayInForce.of(design.grantDelay()), state.grantDelay());
            if (role != INTEGRATOR) {
                holders(role, state.holdings());
            }
        });
    }

    private void expect(String subject, Object expected, Object found) {
        findings.expect(Area.ROLES, subject, expected, found);
    }

    private void holders(long role, List<RoleState.Holding> holdings) {
        var expected = expectedHolders(role);
        var found = foundHolders(holdings);
        var all = new TreeSet<>(expected.keySet());
        all.addAll(found.keySet());
        for (var account : all) {
            expect(
                    "The role " + deployment.roleName(role) + " of " + names.of(account),
                    expected.getOrDefault(account, "not held"),
                    found.getOrDefault(account, "not held"));
        }
    }

    private Map<Address, String> expectedHolders(long role) {
        var expected = new TreeMap<Address, String>();
        deployment.members().stream()
                .filter(grant -> grant.role() == role)
                .forEach(grant -> expected.put(grant.member(), held(grant)));
        return expected;
    }

    private static String held(RoleGrant grant) {
        return new RoleState.Holding(grant.member(), Instant.EPOCH, DelayInForce.of(grant.delay())).asOf(Instant.EPOCH);
    }

    private Map<Address, String> foundHolders(List<RoleState.Holding> holdings) {
        var found = new TreeMap<Address, String>();
        holdings.forEach(holding ->
                found.put(holding.account(), holding.asOf(chain.asOf().time())));
        return found;
    }

    void functions(boolean asked) throws ProblemException {
        if (!asked) {
            findings.notAsked(Area.FUNCTIONS, "Which role each function needs");
            return;
        }
        var required = required();
        chain.targets(guarded()).forEach((contract, state) -> {
            var name = names.of(contract);
            expectOf("The door of " + name, "open", state.closed() ? "closed" : "open");
            expectOf("The delay for changing who may call " + name, DelayInForce.of(0), state.adminDelay());
            state.roles()
                    .forEach((signature, role) -> expectOf(
                            "The role that " + name + "." + signature + " needs",
                            deployment.roleName(required.getOrDefault(contract.name() + "." + signature, ADMIN)),
                            deployment.roleName(role)));
        });
    }

    private void expectOf(String subject, Object expected, Object found) {
        findings.expect(Area.FUNCTIONS, subject, expected, found);
    }

    private Map<String, Long> required() {
        var required = new HashMap<String, Long>();
        source.manifest()
                .forEach(function -> required.put(function.contract() + "." + function.signature(), function.role()));
        return required;
    }

    /// Every contract of the protocol with all its functions that change state. A function outside the manifest is open
    /// to all by its source, whatever role it is given, or restricted by mistake and ADMIN's.
    private Map<DeployedContract, SortedSet<String>> guarded() {
        var guarded = new LinkedHashMap<DeployedContract, SortedSet<String>>();
        for (var contract : deployment.contracts()) {
            var signatures = new TreeSet<>(source.changingFunctions(contract.name()));
            source.manifest().stream()
                    .filter(function -> function.contract().equals(contract.name()))
                    .forEach(function -> signatures.add(function.signature()));
            if (!signatures.isEmpty()) {
                guarded.put(contract, signatures);
            }
        }
        return guarded;
    }
}
