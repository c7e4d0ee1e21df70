package org.breakwater.core.emergency;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.breakwater.core.compose.Power;
import org.breakwater.core.council.Council.WatchedSafe;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.follow.Known;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.protocol.ModuleName;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.protocol.PauseScope;
import org.breakwater.core.safe.QueuedTransaction;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Selector;

/// What is true now of a pause, from the chain and the Safe's queue, by the rules of `EmergencyGuardian.pause`.
///
/// @param guardian the Safe that would pause
public record PauseFacts(Known known, Deployment deployment, WatchedSafe guardian) {

    private static final Selector PAUSE = Selector.of("pause(uint16,uint32,uint32,bytes32)");

    /// The Safe that may pause: one of those that are watched here with the power to, at once.
    public static Optional<WatchedSafe> guardian(Known known, Deployment deployment, List<WatchedSafe> safes) {
        return safes.stream()
                .filter(safe -> mayPause(known, deployment, safe.address()))
                .findFirst();
    }

    private static boolean mayPause(Known known, Deployment deployment, Address account) {
        return known.view()
                .module(ModuleName.GUARDIAN)
                .map(contract -> Power.of(known, deployment, account, contract, PAUSE) instanceof Power.AtOnce)
                .orElse(false);
    }

    /// @param acting whoever would sign; empty where nobody can here
    /// @param waiting the pause as it waits, where it does
    public List<PauseFact> of(PausePlan plan, Optional<Address> acting, Optional<QueuedTransaction> waiting) {
        var facts = new ArrayList<PauseFact>();
        facts.add(stopped(plan.target()));
        facts.add(cooling(plan.target()));
        facts.add(budget());
        if (plan.length().toSeconds() > longest()) {
            facts.add(new PauseFact.TooLong(longest()));
        }
        facts.add(new PauseFact.SafeHasPower(mayPause(known, deployment, guardian.address())));
        facts.add(new PauseFact.OwnPart(
                acting.filter(guardian.setup().owners()::contains).isPresent()));
        facts.add(new PauseFact.Signatures(
                waiting.map(pause -> pause.signers().size()).orElse(0),
                guardian.setup().threshold(),
                guardian.setup().owners().size()));
        facts.add(turn(waiting.map(pause -> PauseTurn.of(guardian, pause)).orElseGet(() -> PauseTurn.of(guardian))));
        return facts;
    }

    /// The longest that a pause may last, in seconds (`PAUSE_MAX`).
    public long longest() {
        return known.view()
                .parameterBook()
                .get(ParameterKey.PAUSE_MAX, ParameterScope.GLOBAL)
                .longValueExact();
    }

    private PauseFact stopped(PauseTarget target) {
        var view = known.view();
        ToLongFunction<PauseScope> until = scope -> view.pausedUntil(scope, target.poolId());
        var stopped = whereSet(target, until);
        return stopped.isEmpty()
                ? new PauseFact.NothingStopped()
                : new PauseFact.StoppedAlready(stopped, latest(stopped, until));
    }

    private PauseFact cooling(PauseTarget target) {
        var view = known.view();
        ToLongFunction<PauseScope> until = scope -> view.coolingUntil(scope, target.poolId());
        var cooling = whereSet(target, until);
        return cooling.isEmpty()
                ? new PauseFact.NothingCools()
                : new PauseFact.Cooling(cooling, latest(cooling, until));
    }

    private static Set<PauseScope> whereSet(PauseTarget target, ToLongFunction<PauseScope> until) {
        return target.ordered().stream()
                .filter(scope -> until.applyAsLong(scope) != 0)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Instant latest(Set<PauseScope> scopes, ToLongFunction<PauseScope> until) {
        return Instant.ofEpochSecond(scopes.stream().mapToLong(until).max().orElseThrow());
    }

    private PauseFact budget() {
        var treasury = known.view().treasury();
        return new PauseFact.Budget(
                treasury.pausesUsed(), treasury.pausesMax(), Instant.ofEpochSecond(treasury.pauseWindowEnds()));
    }

    private static PauseFact turn(PauseTurn turn) {
        return new PauseFact.Turn(
                turn.nonce(),
                turn.first().stream().map(first -> first.transaction().nonce()).toList(),
                turn.displaced().size());
    }
}
