package org.breakwater.core.review.check;

import java.util.Map;
import java.util.Set;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.review.check.CheckResult.NotApplicable;
import org.breakwater.core.review.check.CheckResult.NotAvailable;
import org.breakwater.core.review.check.Inquiry.Pair;
import org.breakwater.core.value.BasisPoints;

/// Whether the pools and the treasury can still pay what they owe once capital has left.
final class SolvencyRules {

    private static final Set<String> SPENDS = Set.of(
            "Treasury.spend",
            "Treasury.spendAsCouncil",
            "Treasury.backstop",
            "Treasury.backstopAsCouncil",
            "Treasury.allocate",
            "Treasury.realiseLoss",
            "Claims.pay",
            "RiskPool.redeem",
            "RiskPool.withdraw");

    private SolvencyRules() {}

    static Map<CheckId, Rule> rules() {
        return Map.of(CheckId.FW61, SolvencyRules::solvency);
    }

    private static CheckResult solvency(Scene scene) throws ProblemException {
        var spends = scene.deployed(SPENDS);
        if (spends.isEmpty()) {
            return new NotApplicable("It takes no capital out.");
        }
        if (spends.stream().allMatch(spend -> scene.isLater(spend))) {
            return new NotAvailable("Capital leaves later, and how the pools stand then nobody knows now.");
        }
        if (!scene.simulation().succeeded()) {
            return new NotAvailable("It fails here, so that nothing leaves.");
        }
        var inquiry = Inquiry.of(scene);
        var findings = new Findings();
        var pools = 0;
        for (var pool : scene.pools()) {
            var standing = inquiry.pair(Inquiry.pool(pool), PoolStanding::read);
            if (standing.isPresent()) {
                pools++;
                judge(scene.written(pool), standing.get(), findings);
            }
        }
        for (var asset : Inquiry.assets(scene)) {
            var standing = inquiry.pair(Inquiry.treasury(scene, asset), TreasuryStanding::read);
            if (standing.isPresent()) {
                judge(scene, scene.written(asset), standing.get(), findings);
            }
        }
        return findings.orPassed(pools + (pools == 1 ? " pool keeps" : " pools keep")
                + " above minimum capital what they had there, and the" + " treasury keeps what must be at hand.");
    }

    private static void judge(String pool, Pair<PoolStanding> standing, Findings findings) {
        if (standing.before().isSolvent() && !standing.after().isSolvent()) {
            findings.hold(pool + " falls below its minimum capital: from "
                    + new BasisPoints(standing.before().solvency()) + " of it to "
                    + new BasisPoints(standing.after().solvency()) + ".");
        } else if (standing.after().solvency().compareTo(standing.before().solvency()) < 0) {
            findings.note(
                    pool + " goes from " + new BasisPoints(standing.before().solvency()) + " of its minimum capital to "
                            + new BasisPoints(standing.after().solvency()) + ".");
        }
    }

    private static void judge(Scene scene, String asset, Pair<TreasuryStanding> standing, Findings findings)
            throws ProblemException {
        if (standing.before().covers() && !standing.after().covers()) {
            findings.hold("The treasury no longer has in " + asset + " what the pools are short of: "
                    + standing.after().assets() + " units for "
                    + standing.after().liabilities() + ".");
        }
        var registry = scene.contract("ParameterRegistry");
        if (registry.isEmpty()) {
            return;
        }
        var floor = Asked.number(
                scene.chain(),
                registry.get(),
                "get(bytes32,bytes32)",
                new AbiValue.Binary(ParameterKey.LIQUID_FLOOR.word().bytes()),
                new AbiValue.Binary(ParameterScope.GLOBAL.encoded().bytes()));
        var before = standing.before().liquidShare();
        var after = standing.after().liquidShare();
        if (floor.isPresent()
                && before.value().compareTo(floor.get()) >= 0
                && after.value().compareTo(floor.get()) < 0) {
            findings.hold("Of the treasury's " + asset + " only " + after + " stay at hand, less than the "
                    + new BasisPoints(floor.get()) + " that must.");
        }
    }
}
