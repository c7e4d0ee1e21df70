package org.breakwater.core.review.check;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.breakwater.core.abi.AbiDecoder;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiParameter;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.call.ParameterStep;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.call.Basis;
import org.breakwater.core.review.call.ReviewedCall;
import org.breakwater.core.review.chain.ReviewChain;
import org.breakwater.core.review.check.CheckResult.NotApplicable;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Selector;

/// What the calls do to the insurance protocol.
final class InsuranceRules {

    private static final Set<String> LIFTS = Set.of(
            "EmergencyGuardian.lift",
            "EmergencyGuardian.liftAsCouncil",
            "EmergencyGuardian.liftAsDao",
            "EmergencyGuardian.restoreAdapter");

    private static final Set<String> STOPS =
            Set.of("EmergencyGuardian.pause", "EmergencyGuardian.extend", "EmergencyGuardian.quarantineAdapter");

    private InsuranceRules() {}

    static Map<CheckId, Rule> rules() {
        return Map.of(
                CheckId.FW60, InsuranceRules::parameters,
                CheckId.FW62, InsuranceRules::stops,
                CheckId.FW63, _ -> new NotApplicable("It moves no member's tokens."));
    }

    /// What the registry answers to `preview`.
    private record Preview(boolean accepted, String refusal, BigInteger lowest, BigInteger highest) {

        private static final FunctionSignature FUNCTION =
                FunctionSignature.parse("preview(bytes32 key,bytes32 scope,uint128 newValue)");
        private static final List<AbiParameter> ANSWER = FunctionSignature.parse(
                        "answer(bool ok,bytes4 errorSelector,uint48 earliestEta,uint128 lo,uint128 hi)")
                .parameters();

        static Optional<Preview> of(ReviewChain chain, Address registry, ParameterStep step) throws ProblemException {
            var call = AbiEncoder.call(
                    FUNCTION,
                    List.of(
                            new AbiValue.Binary(step.key().bytes()),
                            new AbiValue.Binary(step.scope().encoded().bytes()),
                            new AbiValue.Whole(step.value())));
            return chain.call(registry, call).flatMap(returned -> switch (AbiDecoder.values(
                    ANSWER, "the preview", returned)) {
                case Decoding.Decoded(var values) ->
                    Optional.of(new Preview(
                            ((AbiValue.Flag) values.get(0).value()).flag(),
                            why(((AbiValue.Binary) values.get(1).value()).bytes()),
                            ((AbiValue.Whole) values.get(3).value()).number(),
                            ((AbiValue.Whole) values.get(4).value()).number()));
                case Decoding.Refused<?> _ -> Optional.empty();
            });
        }
    }

    /// The registry's errors that say what is wrong with a value.
    private static final Map<Bytes, String> REFUSALS = Map.of(
            Selector.of("OutOfBounds(bytes32,uint128,uint128,uint128)").bytes(),
            "it lies outside the bounds",
            Selector.of("StepTooLarge(bytes32,uint128,uint128,uint128)").bytes(),
            "the step is larger than one change may be",
            Selector.of("TooSoon(bytes32,uint48)").bytes(),
            "the last change is too recent",
            Selector.of("NoChange(bytes32,uint128)").bytes(),
            "it has that value already",
            Selector.of("Inconsistent(uint8,bytes32,uint128,bytes32,uint128)").bytes(),
            "it contradicts another parameter that is in force");

    private static String why(Bytes selector) {
        var words = REFUSALS.get(selector);
        return words == null ? "" : ", because " + words;
    }

    private static CheckResult parameters(Scene scene) throws ProblemException {
        var findings = new Findings();
        var steps = 0;
        for (var call : scene.calls()) {
            var step =
                    call.basis() == Basis.DEPLOYED ? ParameterStep.of(call.reading()) : Optional.<ParameterStep>empty();
            if (step.isPresent()) {
                steps++;
                judge(scene, call, step.get(), findings);
            }
        }
        return steps == 0
                ? new NotApplicable("It changes no parameter.")
                : findings.orPassed("The parameter stays within its bounds.");
    }

    private static void judge(Scene scene, ReviewedCall call, ParameterStep step, Findings findings)
            throws ProblemException {
        var old = Asked.number(
                scene.chain(),
                call.target(),
                "get(bytes32,bytes32)",
                new AbiValue.Binary(step.key().bytes()),
                new AbiValue.Binary(step.scope().encoded().bytes()));
        var preview = Preview.of(scene.chain(), call.target(), step);
        var moves = "Call " + call.place() + " moves " + name(step) + " (" + step.scope() + ") from "
                + old.map(BigInteger::toString).orElse("—") + " to " + step.value();
        if (preview.isEmpty()) {
            findings.hold(moves + "; the registry does not know such a parameter.");
        } else if (!preview.get().accepted() && step.way() != ParameterStep.Way.TIGHTENED) {
            findings.hold(moves + ", which the registry refuses"
                    + preview.get().refusal() + "; now it takes "
                    + preview.get().lowest() + " to " + preview.get().highest() + ".");
        } else {
            findings.note(moves + "; now the registry takes " + preview.get().lowest() + " to "
                    + preview.get().highest() + ".");
        }
    }

    /// A key is its name in ASCII.
    private static String name(ParameterStep step) {
        return step.key()
                .bytes()
                .toText()
                .map(text -> text.replace("\0", ""))
                .filter(text -> text.matches("[\\w.]+"))
                .orElse(step.key().toString());
    }

    private static CheckResult stops(Scene scene) throws ProblemException {
        var findings = new Findings();
        for (var call : scene.deployed(STOPS)) {
            Stop.judge(scene, call, findings);
        }
        scene.deployed(LIFTS)
                .forEach(call -> findings.hold("Call " + call.place() + " lets something run again: "
                        + call.understood().orElseThrow().function() + "."));
        scene.calls().stream()
                .filter(call -> Set.of("unpause()", "pause()").contains(call.signature()))
                .forEach(call -> {
                    if (call.signature().equals("pause()")) {
                        findings.note("Call " + call.place() + " stops " + scene.written(call.target()) + ".");
                    } else {
                        findings.hold("Call " + call.place() + " lets " + scene.written(call.target()) + " run again.");
                    }
                });
        return findings.or(new NotApplicable("It stops nothing."));
    }
}
