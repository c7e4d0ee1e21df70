package org.breakwater.core.review.check;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.breakwater.core.call.CallReading;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.call.ReviewedCall;
import org.breakwater.core.review.call.ReviewedCall.Way;
import org.breakwater.core.review.chain.PublishedSafeContracts;
import org.breakwater.core.review.check.CheckResult.NotApplicable;
import org.breakwater.core.safe.MultiSend;
import org.breakwater.core.safe.MultiSendContract;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.value.Keccak;

/// How the Safe makes its calls, and what is around them.
final class OperationRules {

    private static final Set<String> AROUND_SIGNATURES = Set.of(
            "execTransactionFromModule",
            "execTransactionFromModuleReturnData",
            "simulateAndRevert",
            "requiredTxGas",
            "setup",
            "createProxy",
            "createProxyWithNonce",
            "createProxyWithCallback",
            "createChainSpecificProxyWithNonce");

    private static final Set<String> OWN_FUNCTIONS = Set.of(
            "addOwnerWithThreshold",
            "removeOwner",
            "swapOwner",
            "changeThreshold",
            "enableModule",
            "disableModule",
            "setGuard",
            "setModuleGuard",
            "setFallbackHandler",
            "changeMasterCopy");

    private OperationRules() {}

    static Map<CheckId, Rule> rules() {
        return Map.of(
                CheckId.FW09, OperationRules::knownCodeRuns,
                CheckId.FW10, OperationRules::noDelegateInBatch,
                CheckId.FW11, OperationRules::wholeBatches,
                CheckId.FW12, OperationRules::noHiddenChange,
                CheckId.FW13, OperationRules::noRefund,
                CheckId.FW14, OperationRules::nonceKept,
                CheckId.FW16, OperationRules::notAroundSignatures);
    }

    private static CheckResult knownCodeRuns(Scene scene) throws ProblemException {
        var findings = new Findings();
        var runs = false;
        for (var call : scene.calls()) {
            if (call.operation() != Operation.CALL) {
                runs = true;
                if (!isReviewed(scene, call)) {
                    findings.block("Call " + call.place() + " runs the code at " + call.target()
                            + " as the Safe itself. It is none of the published contracts that may, and could do"
                            + " anything, whatever its calldata looks like.");
                }
            }
        }
        return runs
                ? findings.orPassed("The code that runs as the Safe is published by Safe, at its published address.")
                : new NotApplicable("Every call is an ordinary call.");
    }

    private static boolean isReviewed(Scene scene, ReviewedCall call) throws ProblemException {
        if (call.operation() != Operation.DELEGATE_CALL) {
            return false;
        }
        var code = scene.chain().code(call.target());
        return PublishedSafeContracts.runAsSafe(call.target(), code).isPresent()
                || Optional.ofNullable(scene.policy().reviewedCode().get(call.target()))
                        .equals(Optional.of(Keccak.hash(code)));
    }

    private static CheckResult noDelegateInBatch(Scene scene) {
        var findings = new Findings();
        scene.calls().stream()
                .filter(call -> call.way() == Way.BATCH && call.operation() != Operation.CALL)
                .forEach(call -> findings.block(
                        "Call " + call.place() + " of the batch runs the code at " + call.target() + " as the Safe."));
        return isBatch(scene)
                ? findings.orPassed("The batch makes ordinary calls alone.")
                : new NotApplicable("It is no batch.");
    }

    private static boolean isBatch(Scene scene) {
        return scene.calls().stream().anyMatch(OperationRules::isBatch);
    }

    private static boolean isBatch(ReviewedCall call) {
        return MultiSend.isBatch(call.data())
                && (call.operation() == Operation.DELEGATE_CALL
                        || MultiSendContract.at(call.target()).isPresent());
    }

    private static CheckResult wholeBatches(Scene scene) {
        if (!isBatch(scene)) {
            return new NotApplicable("It is no batch.");
        }
        var findings = new Findings();
        for (var call : scene.calls()) {
            if (isBatch(call)) {
                call.flaw().ifPresent(flaw -> findings.block("A batch is not what it seems. " + flaw));
                if (call.operation() == Operation.CALL) {
                    findings.warn("The batch is called rather than run as the Safe, so its calls are not the Safe's.");
                }
                if (call.flaw().isEmpty() && call.inner().isEmpty()) {
                    findings.warn("The batch makes no call.");
                }
            }
        }
        if (scene.unfolded().cut()) {
            findings.hold("There are more calls inside each other than are looked at here.");
        }
        var calls = scene.leaves().size();
        return findings.orPassed(
                "The batch is understood to its last byte; it makes " + calls + (calls == 1 ? " call." : " calls."));
    }

    private static CheckResult noHiddenChange(Scene scene) {
        var findings = new Findings();
        for (var call : scene.calls()) {
            if (call.reading() instanceof CallReading.ChangesSafe && call.way() != Way.TRANSACTION) {
                findings.hold("Call " + call.place() + ", among others, changes the Safe itself.");
            }
            if (call.way() == Way.OTHER_SAFE
                    && call.target().equals(call.performer())
                    && OWN_FUNCTIONS.contains(function(call))) {
                findings.hold("Call " + call.place() + " changes the Safe " + scene.written(call.target()) + ".");
            }
        }
        return findings.orPassed("No call inside another changes a Safe.");
    }

    private static String function(ReviewedCall call) {
        return call.understood().map(read -> read.call().function().name()).orElse("");
    }

    private static CheckResult noRefund(Scene scene) {
        var transaction = scene.transaction();
        var token = transaction.gasToken();
        var receiver = transaction.refundReceiver();
        if (transaction.gasPrice().signum() == 0) {
            var findings = new Findings();
            if (!token.isZero() || !receiver.isZero()) {
                findings.block("It names a refund's "
                        + (receiver.isZero() ? "token " + token : "receiver " + receiver)
                        + ", which a transaction without a refund does not need.");
            } else if (transaction.baseGas().signum() > 0) {
                findings.warn("baseGas is " + transaction.baseGas() + ", and without effect: nothing is refunded.");
            }
            return findings.orPassed("Nothing is refunded.");
        }
        var most = transaction.gasPrice().multiply(transaction.safeTxGas().add(transaction.baseGas()));
        var refund = "Whoever executes it has the Safe pay "
                + (receiver.isZero() ? "them" : scene.written(receiver)) + " up to " + most + " units of "
                + (token.isZero() ? "the network's own money (wei)" : scene.written(token)) + ", "
                + transaction.gasPrice() + " for each gas";
        return isAllowed(scene, most)
                ? new CheckResult.Hold(refund + "; your policy allows this.")
                : new CheckResult.Block(refund + ". Your policy names no such refund.");
    }

    private static boolean isAllowed(Scene scene, BigInteger most) {
        return scene.policy().refunds().stream()
                .anyMatch(refund -> refund.receiver().equals(scene.transaction().refundReceiver())
                        && refund.token().equals(scene.transaction().gasToken())
                        && most.compareTo(refund.most()) <= 0);
    }

    private static CheckResult nonceKept(Scene scene) {
        var version = scene.domain().version();
        if (!version.isAtLeast(SafeVersion.V1_3_0)) {
            return new CheckResult.Note("In version " + version + " a call that fails uses up the nonce.");
        }
        return scene.transaction().safeTxGas().signum() == 0
                ? new CheckResult.Passed("A call that fails leaves everything as it was.")
                : new CheckResult.Warning("safeTxGas is " + scene.transaction().safeTxGas()
                        + ": a call that fails uses up the nonce, and the signatures with it.");
    }

    private static CheckResult notAroundSignatures(Scene scene) {
        var findings = new Findings();
        scene.calls().stream()
                .filter(call -> AROUND_SIGNATURES.contains(function(call)))
                .forEach(call -> findings.hold("Call " + call.place() + " is " + function(call) + " of "
                        + scene.written(call.target()) + ", which makes or moves a Safe without its owners."));
        return findings.orPassed("No call goes around a Safe's owners.");
    }
}
