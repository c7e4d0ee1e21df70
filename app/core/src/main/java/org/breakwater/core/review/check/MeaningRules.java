package org.breakwater.core.review.check;

import java.util.Map;
import java.util.Set;
import org.breakwater.core.call.CallReading;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.call.Basis;
import org.breakwater.core.review.check.CheckResult.NotApplicable;
import org.breakwater.core.safe.MultiSend;
import org.breakwater.core.value.Address;

/// Whether the calls are understood, and get back what they give.
final class MeaningRules {

    /// Functions that take money, by their standard.
    private static final Set<String> PAYABLE = Set.of(
            "deposit()",
            "submit(address)",
            "swapExactETHForTokens(uint256,address[],address,uint256)",
            "swapETHForExactTokens(uint256,address[],address,uint256)",
            "addLiquidityETH(address,uint256,uint256,uint256,address,uint256)",
            "multicall(bytes[])",
            "multicall(uint256,bytes[])",
            "aggregate3((address,bool,bytes)[])",
            "aggregate3Value((address,bool,uint256,bytes)[])",
            "execute(address,uint256,bytes,bytes32,bytes32)",
            "executeBatch(address[],uint256[],bytes[],bytes32,bytes32)",
            "execute(address[],uint256[],bytes[],bytes32)",
            "execute(address,bytes)",
            "relay(address,uint256,bytes)",
            "upgradeToAndCall(address,bytes)",
            "upgradeAndCall(address,address,bytes)",
            "disperseEther(address[],uint256[])",
            "executeTransaction(address,uint256,string,bytes,uint256)",
            "renew(string,uint256)");

    private MeaningRules() {}

    static Map<CheckId, Rule> rules() {
        return Map.of(
                CheckId.FW34, MeaningRules::everythingUnderstood,
                CheckId.FW35, MeaningRules::oneMeaning,
                CheckId.FW36, MeaningRules::valueWanted,
                CheckId.FW37, MeaningRules::swaps);
    }

    private static CheckResult everythingUnderstood(Scene scene) {
        var findings = new Findings();
        for (var call : scene.calls()) {
            if (call.flaw().isEmpty() && call.reading() instanceof CallReading.Unreadable(var why)) {
                findings.hold(
                        "Call " + call.place() + " to " + scene.written(call.target()) + " is not understood. " + why);
            } else if (call.basis() == Basis.BY_SELECTOR) {
                findings.note("Call " + call.place() + " is read as " + call.signature()
                        + " by its selector; the code at " + scene.written(call.target()) + " is not known here.");
            }
        }
        return findings.orPassed("Every call is understood by the code that it goes to.");
    }

    private static CheckResult oneMeaning(Scene scene) {
        var findings = new Findings();
        scene.calls().stream()
                .filter(call -> !call.rivals().isEmpty())
                .forEach(call -> findings.warn(
                        "Call " + call.place() + " could be any of " + String.join(", ", call.rivals()) + "."));
        return findings.orPassed("No selector has two meanings here.");
    }

    /// Where tokens and money are burnt by custom.
    private static final Address BURNS = Address.parse("0x000000000000000000000000000000000000dead");

    private static CheckResult valueWanted(Scene scene) throws ProblemException {
        var findings = new Findings();
        for (var payment : Flows.of(scene).payments()) {
            var paid = payment.token();
            if (payment.amount().signum() > 0 && paid.isPresent()) {
                var sends = "Call " + payment.call().place() + " sends " + scene.amount(paid.get(), payment.amount())
                        + " to ";
                if (payment.to().equals(paid.get())) {
                    findings.block(sends + "the token's own contract, which cannot give them back.");
                } else if (payment.to().isZero() || payment.to().equals(BURNS)) {
                    findings.hold(sends + payment.to() + ", where nobody can use them.");
                }
            }
        }
        for (var call : scene.calls()) {
            var batch = MultiSend.isBatch(call.data());
            if (call.value().signum() > 0 && !call.data().isEmpty() && !batch && !PAYABLE.contains(call.signature())) {
                findings.warn("Call " + call.place() + " sends " + call.value() + " wei to a function of "
                        + scene.written(call.target()) + " that may not take it.");
            }
        }
        return findings.orPassed("No call sends money to a function that takes none.");
    }

    private static CheckResult swaps(Scene scene) {
        var findings = new Findings();
        var exchanges = false;
        for (var call : scene.calls()) {
            var exchange = Exchange.of(call);
            if (exchange.isPresent()) {
                exchanges = true;
                if (exchange.get().least().filter(least -> least.signum() == 0).isPresent()) {
                    findings.hold("Call " + call.place() + " exchanges for as little as nothing.");
                }
                exchange.get()
                        .receiver()
                        .filter(receiver -> !receiver.equals(call.performer()))
                        .ifPresent(receiver -> findings.hold(
                                "What call " + call.place() + " gives goes to " + scene.written(receiver) + "."));
            }
        }
        return exchanges
                ? findings.orPassed("What is exchanged has a floor and comes back.")
                : new NotApplicable("It exchanges nothing.");
    }
}
