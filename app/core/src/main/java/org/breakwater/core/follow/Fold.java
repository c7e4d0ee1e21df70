package org.breakwater.core.follow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.follow.PoolHistory.Day;
import org.breakwater.core.follow.PoolHistory.Point;
import org.breakwater.core.follow.PoolHistory.Reserves;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.projection.ProtocolProjection;
import org.breakwater.core.projection.ProtocolState;
import org.breakwater.core.projection.view.PoolWorth;
import org.breakwater.core.value.BlockRef;

/// Facts folded into the protocol's state, with a note of the pools at the end of each day, and after each block of
/// the last days.
final class Fold {

    private final ProtocolProjection projection;
    private final List<Day> days = new ArrayList<>();
    private final RecentMoments recent = new RecentMoments();
    private final List<LoggedFact> block = new ArrayList<>();

    Fold(Deployment deployment) {
        projection = new ProtocolProjection(deployment);
    }

    /// Says which block will be the newest of those that follow, so that only blocks of the days before it are noted
    /// one by one.
    void expect(Instant newest) {
        recent.expect(newest);
    }

    /// The last block that was folded; empty before the first.
    Optional<BlockRef> lastBlock() {
        return projection.lastBlock();
    }

    /// Whether facts of these heights can be added to what is there.
    boolean canGoBackTo(long height) {
        return projection.canRollBackTo(height);
    }

    void goBackTo(long height) {
        projection.rollBackTo(height);
        days.removeIf(day -> day.block().number() > height);
        recent.goBackTo(height);
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
        var isRecent = recent.isRecent(next);
        if (isRecent && recent.isEmpty()) {
            projection.lastBlock().ifPresent(this::note);
        }
        projection.apply(next, facts);
        if (isRecent) {
            note(next);
        }
    }

    private static LocalDate day(BlockRef block) {
        return LocalDate.ofInstant(block.time(), ZoneOffset.UTC);
    }

    private void note(BlockRef at) {
        var view = projection.viewAt(at.time().getEpochSecond());
        if (view.canValuePools()) {
            recent.note(at, view.worths());
        }
    }

    private void endDay(BlockRef last) {
        var view = projection.viewAt(last.time().getEpochSecond());
        if (!view.canValuePools()) {
            return;
        }
        var pools = view.worths();
        if (!pools.isEmpty()) {
            days.add(new Day(
                    last,
                    pools.stream().collect(Collectors.toMap(PoolWorth::poolId, Point::of)),
                    Reserves.of(view.treasury())));
        }
    }

    ProtocolState state() {
        return projection.state();
    }

    /// What is known after the last block that was folded, as far as events tell; empty before the first.
    Optional<Known> known() {
        return projection.lastBlock().map(last -> {
            var state = projection.state();
            return new Known(last, state, state.at(last.time().getEpochSecond()), history());
        });
    }

    PoolHistory history() {
        return new PoolHistory(days, recent.all());
    }
}
