package org.breakwater.core.verification;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;

/// Whether the Governor alone has the timelock, anyone may execute what has waited, and the settings of both are those
/// of
/// the source.
final class GovernanceCheck {

    private static final String ADMIN_ROLE = "DEFAULT_ADMIN_ROLE";

    private final ProtocolSource source;
    private final Deployment deployment;
    private final DeployedProtocol chain;
    private final Names names;
    private final Findings findings;

    GovernanceCheck(
            ProtocolSource source, Deployment deployment, DeployedProtocol chain, Names names, Findings findings) {
        this.source = source;
        this.deployment = deployment;
        this.chain = chain;
        this.names = names;
        this.findings = findings;
    }

    void timelock(boolean asked) throws ProblemException {
        if (!asked) {
            findings.notAsked(Area.TIMELOCK, "Who holds which role of the timelock");
            return;
        }
        var holders = holders();
        chain.timelockRoles(List.copyOf(holders.keySet())).forEach((role, state) -> {
            expect("The admin of " + role + " of the timelock", ADMIN_ROLE, state.admin());
            var expected = holders.getOrDefault(role, Address.ZERO);
            expect(role + " of the timelock for " + names.of(expected), "held", held(state, expected));
            state.holders().stream()
                    .filter(holder -> !holder.equals(expected))
                    .forEach(holder -> expect(role + " of the timelock for " + names.of(holder), "not held", "held"));
        });
        setting(Area.TIMELOCK, GovernanceSetting.TIMELOCK_DELAY);
    }

    private static String held(TimelockRole state, Address account) {
        return state.holders().contains(account) ? "held" : "not held";
    }

    private void expect(String subject, String expected, String found) {
        findings.expect(Area.TIMELOCK, subject, expected, found);
    }

    /// The zero address as executor lets anyone execute.
    private Map<String, Address> holders() {
        var governor = deployment.address("CoverGovernor");
        return new TreeMap<>(Map.of(
                "PROPOSER_ROLE",
                governor,
                "CANCELLER_ROLE",
                governor,
                "EXECUTOR_ROLE",
                Address.ZERO,
                ADMIN_ROLE,
                deployment.address("TimelockController")));
    }

    void governor(boolean asked) throws ProblemException {
        if (!asked) {
            findings.notAsked(Area.GOVERNOR, "How the Governor votes");
            return;
        }
        for (var setting : GovernanceSetting.values()) {
            if (setting.contract().equals("CoverGovernor")) {
                setting(Area.GOVERNOR, setting);
            }
        }
    }

    /// The DAO may change a setting. That it did is a difference all the same: whoever trusts the protocol trusts its
    /// delays.
    private void setting(Area area, GovernanceSetting setting) throws ProblemException {
        var history = chain.setting(setting);
        var expected = source.governance(setting);
        var explained = ValueChange.applied(expected, history.changes()).equals(history.inForce());
        findings.expect(
                area,
                setting.toString(),
                expected,
                history.inForce() + (explained && !history.inForce().equals(expected) ? " by a change on record" : ""));
    }
}
