package org.breakwater.core.review.check;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.review.call.ReviewedCall.Way;
import org.breakwater.core.review.check.CheckResult.NotApplicable;
import org.breakwater.core.review.check.CheckResult.Passed;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Quotation;

/// Proposals of a DAO, where the Safe takes part in one.
final class GovernanceRules {

    private static final String QUEUES = "queue(address[],uint256[],bytes[],bytes32)";
    private static final String EXECUTES = "execute(address[],uint256[],bytes[],bytes32)";
    private static final Set<String> DELEGATIONS =
            Set.of("delegate(address)", "delegateBySig(address,uint256,uint256,uint8,bytes32,bytes32)");

    private static final String PROPOSES = "propose(address[],uint256[],bytes[],string)";

    /// OpenZeppelin's governors from 4.9.1 on let nobody else propose a text that ends with it.
    private static final String OWNED = "#proposer=";

    private GovernanceRules() {}

    static Map<CheckId, Rule> rules() {
        return Map.of(
                CheckId.FW51, GovernanceRules::hashedProposal,
                CheckId.FW52, GovernanceRules::everyAction,
                CheckId.FW55, _ -> new NotApplicable("It is no vote off the chain."),
                CheckId.FW56, GovernanceRules::delegation);
    }

    private static boolean proposes(Scene scene) {
        return scene.calls().stream().anyMatch(call -> call.way() == Way.PROPOSED);
    }

    private static CheckResult hashedProposal(Scene scene) {
        if (!proposes(scene)) {
            return new NotApplicable("It has to do with no proposal.");
        }
        var texts = scene.kept().texts();
        var findings = new Findings();
        for (var call : scene.understood()) {
            if (call.signature().equals(EXECUTES) || call.signature().equals(QUEUES)) {
                var hash = new Arguments(call.read().call().values()).word(3);
                findings.note("Call " + call.call().place() + " is of the proposal "
                        + texts.title(hash).map(Quotation::of).orElse("whose text (" + hash + ") is not known here")
                        + ".");
            } else if (call.signature().equals(PROPOSES)
                    && new Arguments(call.read().call().values()).values().get(3) instanceof AbiValue.Text(var text)
                    && !isKeptFor(text, call.call().performer())) {
                findings.warn("The text that call " + call.call().place() + " proposes does not end with “"
                        + OWNED + call.call().performer()
                        + "”: until it is proposed anybody can copy it, propose it first, and cancel it.");
            }
        }
        return findings.orPassed("The actions that are shown are those in the calldata, which the proposal's number is"
                + " hashed of, and so is its text.");
    }

    private static boolean isKeptFor(String text, Address proposer) {
        return text.toLowerCase(Locale.ROOT)
                .endsWith(OWNED + proposer.toString().toLowerCase(Locale.ROOT));
    }

    private static CheckResult everyAction(Scene scene) {
        var actions = scene.calls().stream()
                .filter(call -> call.way() == Way.PROPOSED)
                .count();
        return actions == 0
                ? new NotApplicable("It has to do with no proposal.")
                : new Passed(actions + (actions == 1 ? " action goes" : " actions go") + " through every check here.");
    }

    private static CheckResult delegation(Scene scene) {
        var findings = new Findings();
        var delegates = false;
        for (var call : scene.understood()) {
            if (DELEGATIONS.contains(call.signature())) {
                delegates = true;
                var voter = new Arguments(call.read().call().values()).account(0);
                if (!scene.isNamed(voter)) {
                    var given = "Call " + call.call().place() + " gives votes to " + voter
                            + ", who has no name in your address book.";
                    if (scene.hasBook()) {
                        findings.hold(given);
                    } else {
                        findings.warn(given);
                    }
                }
            }
        }
        return delegates
                ? findings.orPassed("Votes go to somebody with a name.")
                : new NotApplicable("It delegates no votes.");
    }
}
