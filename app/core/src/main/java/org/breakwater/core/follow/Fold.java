package org.breakwater.core.follow;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.follow.PoolHistory.Day;
import org.breakwater.core.follow.PoolHistory.Point;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.projection.ProtocolProjection;
import org.breakwater.core.projection.ProtocolState;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.value.BlockRef;

/// Facts folded into the protocol's state, with a note of the pools at the end of each day.
final class Fold {

    private final ProtocolProjection projection;
    private final List<Day> days = new ArrayList<>();
    private final List<LoggedFact> block = new ArrayList<>();

    Fold(Deployment deployment) {
        projection = new ProtocolProjection(deployment);
    }

    /// Whether facts of these heights can be added to what is there.
    boolean canGoBackTo(long height) {
        return projection.canRollBackTo(height);
    }

    void goBackTo(long height) {
        projection.rollBackTo(height);
        days.removeIf(day -> day.block().number() > height);
    }

    /// Adds a fact; blocks must be complete before {@link #finish}.
    void add(LoggedFact fact) throws ProblemException {
        if (!block.isEmpty()
                && block.getFirst().block().number() != fact.block().number()) {
            finish();
        }
        block.add(fact);
    }

    /// Folds what was added last.
    void finish() throws ProblemException {
        if (block.isEmpty()) {
            return;
        }
        var next = block.getFirst().block();
        projection.lastBlock().filter(last -> day(last).isBefore(day(next))).ifPresent(this::endDay);
        var facts = List.copyOf(block);
        block.clear();
        projection.apply(next, facts);
    }

    private static LocalDate day(BlockRef block) {
        return LocalDate.ofInstant(block.time(), ZoneOffset.UTC);
    }

    private void endDay(BlockRef last) {
        var pools = projection.viewAt(last.time().getEpochSecond()).pools();
        if (!pools.isEmpty()) {
            days.add(new Day(last, pools.stream().collect(Collectors.toMap(PoolView::poolId, Point::of))));
        }
    }

    ProtocolState state() {
        return projection.state();
    }

    PoolHistory history() {
        return new PoolHistory(days);
    }
}
