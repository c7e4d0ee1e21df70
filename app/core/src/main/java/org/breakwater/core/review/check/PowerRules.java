package org.breakwater.core.review.check;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.call.ReviewedCall;
import org.breakwater.core.review.check.CheckResult.NotApplicable;
import org.breakwater.core.value.Selector;

/// What the calls give others to decide, and how soon.
final class PowerRules {

    /// Functions that give somebody else power over a contract.
    private static final Set<String> POWER = Set.of(
            "transferOwnership(address)",
            "renounceOwnership()",
            "acceptOwnership()",
            "setOwner(address)",
            "setAdmin(address)",
            "changeAdmin(address)",
            "setPendingAdmin(address)",
            "acceptAdmin()",
            "setMinter(address)",
            "addMinter(address)",
            "setGovernance(address)",
            "setGovernor(address)",
            "setController(address)",
            "setImplementation(address)",
            "setAuthority(address)",
            "setLendingPoolImpl(address)",
            "setPoolImpl(address)",
            "setPoolAdmin(address)",
            "setEmergencyAdmin(address)",
            "setOperator(address)",
            "setVault(address)",
            "rely(address)",
            "grantRole(bytes32,address)",
            "beginDefaultAdminTransfer(address)",
            "acceptDefaultAdminTransfer()",
            "changeDefaultAdminDelay(uint48)",
            "grantRole(uint64,address,uint32)",
            "setRoleAdmin(uint64,uint64)",
            "setRoleGuardian(uint64,uint64)",
            "setTargetFunctionRole(address,bytes4[],uint64)",
            "updateAuthority(address,address)",
            "upgradeTo(address)",
            "upgradeToAndCall(address,bytes)",
            "upgrade(address,address)",
            "upgradeAndCall(address,address,bytes)",
            "changeProxyAdmin(address,address)",
            "diamondCut((address,uint8,bytes4[])[],address,bytes)",
            "updateTimelock(address)");

    private static final Set<Selector> POWER_SELECTORS =
            POWER.stream().map(Selector::of).collect(Collectors.toUnmodifiableSet());

    private static final Set<String> LONGER_DELAYS = Set.of(
            "updateDelay(uint256)",
            "setDelay(uint256)",
            "setTargetAdminDelay(address,uint32)",
            "setGrantDelay(uint64,uint32)");

    private PowerRules() {}

    static Map<CheckId, Rule> rules() {
        return Map.of(CheckId.FW30, PowerRules::noPower, CheckId.FW38, PowerRules::delays);
    }

    private static CheckResult noPower(Scene scene) {
        var findings = new Findings();
        for (var call : scene.calls()) {
            if (givesPower(call)) {
                findings.hold("Call " + call.place() + " is "
                        + call.understood()
                                .map(read -> read.call().function().name())
                                .orElse("a function that gives power")
                        + " of " + scene.written(call.target())
                        + ": " + receivers(scene, call) + ".");
            }
        }
        return findings.orPassed("No call gives anybody power over a contract.");
    }

    private static boolean givesPower(ReviewedCall call) {
        return call.understood().isPresent()
                ? POWER.contains(call.signature())
                : call.data().length() >= Selector.LENGTH
                        && POWER_SELECTORS.contains(new Selector(call.data().slice(0, Selector.LENGTH)));
    }

    private static String receivers(Scene scene, ReviewedCall call) {
        var named = Mentioned.in(call.reading());
        return named.isEmpty()
                ? "it changes who may act"
                : "power goes to " + named.stream().map(scene::written).collect(Collectors.joining(", "));
    }

    private static CheckResult delays(Scene scene) throws ProblemException {
        var findings = new Findings();
        var concerns = false;
        for (var call : scene.understood()) {
            var place = "Call " + call.call().place();
            var target = call.call().target();
            switch (call.signature()) {
                case "schedule(address,uint256,bytes,bytes32,bytes32,uint256)",
                        "scheduleBatch(address[],uint256[],bytes[],bytes32,bytes32,uint256)" -> {
                    concerns = true;
                    var delay = new Arguments(call.read().call().values()).number(5);
                    var least = Asked.number(scene.chain(), target, "getMinDelay()");
                    if (delay.signum() == 0) {
                        findings.hold(place + " schedules without any delay.");
                    } else if (least.isEmpty()) {
                        findings.warn(scene.written(target) + " does not say its shortest delay.");
                    } else if (delay.compareTo(least.get()) < 0) {
                        findings.hold(place + " schedules with a delay of " + delay + " s, less than the " + least.get()
                                + " s of " + scene.written(target) + ".");
                    } else {
                        findings.note(place + " schedules with a delay of " + delay + " s.");
                    }
                }
                case "execute(address,uint256,bytes,bytes32,bytes32)",
                        "executeBatch(address[],uint256[],bytes[],bytes32,bytes32)" -> {
                    concerns = true;
                    findings.note(place + " executes what was scheduled at " + scene.written(target) + ".");
                }
                case "cancel(bytes32)" -> {
                    concerns = true;
                    findings.note(place + " cancels what was scheduled at " + scene.written(target) + ".");
                }
                default -> {
                    if (LONGER_DELAYS.contains(call.signature())) {
                        concerns = true;
                        findings.hold(place + " changes a delay of " + scene.written(target) + ".");
                    }
                }
            }
        }
        return concerns ? findings.orPassed("Delays are kept.") : new NotApplicable("It has to do with no timelock.");
    }
}
