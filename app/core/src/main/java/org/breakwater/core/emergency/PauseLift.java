package org.breakwater.core.emergency;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.compose.ComposeTransaction;
import org.breakwater.core.compose.Power;
import org.breakwater.core.council.Council.WatchedSafe;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.follow.Known;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.protocol.ModuleName;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.value.Bytes;

/// Ending a pause before its time, by a Safe that may.
public record PauseLift(WatchedSafe safe, SafeCall call) {

    /// The guardian's own way, then the council's (`EmergencyGuardian.lift`, `liftAsCouncil`).
    private static final List<FunctionSignature> WAYS = List.of(
            FunctionSignature.parse("lift(uint64 pauseId)"), FunctionSignature.parse("liftAsCouncil(uint64 pauseId)"));

    /// One for each Safe that may lift at once.
    public static List<PauseLift> of(Known known, Deployment deployment, List<WatchedSafe> safes, long pauseId) {
        return safes.stream()
                .flatMap(safe -> way(known, deployment, safe, pauseId).map(call -> new PauseLift(safe, call)).stream())
                .toList();
    }

    private static Optional<SafeCall> way(Known known, Deployment deployment, WatchedSafe safe, long pauseId) {
        return known.view().module(ModuleName.GUARDIAN).stream()
                .flatMap(guardian -> ways(pauseId).map(data -> SafeCall.of(guardian, data)))
                .filter(call -> Power.of(known, deployment, safe.address(), call) instanceof Power.AtOnce)
                .findFirst();
    }

    private static Stream<Bytes> ways(long pauseId) {
        return WAYS.stream().map(way -> AbiEncoder.call(way, AbiValue.Whole.of(pauseId)));
    }

    /// Where it goes in the Safe's order: as soon as it can, or after everything that waits; one, where that is the
    /// same.
    public List<Turn> turns() {
        var soonest = PauseTurn.of(safe);
        var last = safe.queue().free();
        var turns = new ArrayList<Turn>();
        turns.add(new Turn(this, soonest.nonce(), soonest.displaced().size()));
        if (!last.equals(soonest.nonce())) {
            turns.add(new Turn(this, last, 0));
        }
        return turns;
    }

    /// A place in the Safe's order.
    ///
    /// @param displaced how many that lack signatures want the same nonce; they end when this one is executed
    public record Turn(PauseLift lift, BigInteger nonce, int displaced) {

        public SafeTransaction transaction() throws ProblemException {
            return ComposeTransaction.of(lift.safe(), List.of(lift.call()), nonce);
        }
    }
}
