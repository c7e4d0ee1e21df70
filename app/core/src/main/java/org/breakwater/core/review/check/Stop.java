package org.breakwater.core.review.check;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.protocol.PauseScope;
import org.breakwater.core.review.call.ReviewedCall;
import org.breakwater.core.value.Address;

/// A call of the guardian that stops something: what people can no longer do, until when, and whether the guardian lets
/// it be stopped at all.
final class Stop {

    private static final String PAUSE = "EmergencyGuardian.pause";
    private static final String EXTEND = "EmergencyGuardian.extend";

    private static final int MOST_BITS_OF_TIME = 40;

    private Stop() {}

    static void judge(Scene scene, ReviewedCall call, Findings findings) throws ProblemException {
        var read = call.understood().orElseThrow();
        var given = new Arguments(read.call().values());
        findings.note("Call " + call.place() + " stops something: " + read.function() + ".");
        switch (read.function()) {
            case PAUSE -> pause(scene, call, given, findings);
            case EXTEND -> extend(scene, call, given, findings);
            default -> {}
        }
    }

    private static void pause(Scene scene, ReviewedCall call, Arguments given, Findings findings)
            throws ProblemException {
        var scopes = given.number(0).intValue();
        var until = scene.chain().block().time().plusSeconds(given.number(2).longValue());
        if (keepsPeopleIn(scopes)) {
            findings.warn("While it stands, until about " + until + ", nobody can " + whatIsKept(scopes) + ".");
        }
        var guardian = call.target();
        var budget = Asked.values(scene.chain(), guardian, "budget()", "(uint8,uint8,uint48)");
        if (budget.isPresent() && budget.get().number(0).compareTo(budget.get().number(1)) >= 0) {
            findings.hold("The guardian refuses it: " + budget.get().number(0) + " of "
                    + budget.get().number(1) + " pauses in 90 days are used, and the next is free from "
                    + moment(budget.get().number(2)) + ".");
        } else {
            budget.ifPresent(left -> findings.note(
                    "It is pause " + left.number(0).add(BigInteger.ONE) + " of " + left.number(1) + " in 90 days."));
        }
        for (var scope : PauseScope.values()) {
            if (scope.isIn(scopes)) {
                cooling(scene, guardian, scope, given.number(1))
                        .ifPresent(rested -> findings.hold("The guardian refuses it: " + scope
                                + " was stopped before and rests until " + rested + "."));
            }
        }
    }

    private static Optional<String> cooling(Scene scene, Address guardian, PauseScope scope, BigInteger pool)
            throws ProblemException {
        return Asked.number(
                        scene.chain(),
                        guardian,
                        "coolingUntil(uint16,uint32)",
                        AbiValue.Whole.of(scope.bit()),
                        new AbiValue.Whole(pool))
                .filter(until -> until.compareTo(
                                BigInteger.valueOf(scene.chain().block().time().getEpochSecond()))
                        > 0)
                .map(Stop::moment);
    }

    private static void extend(Scene scene, ReviewedCall call, Arguments given, Findings findings)
            throws ProblemException {
        var pause = Asked.struct(
                scene.chain(),
                call.target(),
                "pauseOf(uint64)",
                "(uint16,uint32,uint48,uint48,uint48,address,bytes32)",
                new AbiValue.Whole(given.number(0)));
        if (pause.isPresent() && keepsPeopleIn(pause.get().number(0).intValue())) {
            findings.warn("Pause " + given.number(0) + ", which began "
                    + moment(pause.get().number(2)) + ", is to last until "
                    + moment(pause.get().number(3).add(given.number(1))) + ": till then nobody can "
                    + whatIsKept(pause.get().number(0).intValue()) + ".");
        }
    }

    private static boolean keepsPeopleIn(int scopes) {
        return PauseScope.WITHDRAW.isIn(scopes) || PauseScope.SUBMIT.isIn(scopes) || PauseScope.PAYOUT.isIn(scopes);
    }

    private static String whatIsKept(int scopes) {
        var kept = new ArrayList<String>();
        if (PauseScope.WITHDRAW.isIn(scopes)) {
            kept.add("leave a pool");
        }
        if (PauseScope.SUBMIT.isIn(scopes)) {
            kept.add("claim");
        }
        if (PauseScope.PAYOUT.isIn(scopes)) {
            kept.add("be paid a claim");
        }
        return listed(kept);
    }

    private static String listed(List<String> words) {
        return words.size() == 1
                ? words.getFirst()
                : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
    }

    private static String moment(BigInteger seconds) {
        return seconds.bitLength() > MOST_BITS_OF_TIME
                ? "a time that is out of reach"
                : Instant.ofEpochSecond(seconds.longValue()).toString();
    }
}
