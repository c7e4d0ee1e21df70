package org.breakwater.core.projection;

import java.math.BigInteger;
import java.util.function.UnaryOperator;
import org.breakwater.core.fact.FeedFact;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.fact.TreasuryFact;
import org.breakwater.core.fact.TreasuryFact.ExitRequested;
import org.breakwater.core.projection.TreasuryRecords.Backstop;
import org.breakwater.core.projection.TreasuryRecords.BackstopKey;
import org.breakwater.core.projection.TreasuryRecords.Spender;
import org.breakwater.core.projection.view.PegFeed;
import org.breakwater.core.projection.view.Venue;
import org.breakwater.core.protocol.PegState;
import org.breakwater.core.rule.FeedReading;
import org.breakwater.core.value.Address;

/// Folds the treasury and the feeds it reads.
record TreasuryFold(TreasuryRecords records) {

    void apply(TreasuryFact fact, LoggedFact logged) {
        var at = logged.time();
        switch (fact) {
            case TreasuryFact.FeesReceived fees ->
                records.fees().change(fees.poolId(), BigInteger.ZERO, sum -> sum.add(fees.amount()));
            case TreasuryFact.BackstopPaid paid -> backstop(paid);
            // The pool's release says so too.
            case TreasuryFact.BackstopReturned _ -> {}
            case TreasuryFact.VenueAdded added -> added(added);
            case TreasuryFact.VenueClosed closed -> venue(closed.venue(), Venue::closing);
            case TreasuryFact.Allocated allocated ->
                venue(allocated.venue(), venue -> venue.with(allocated.principal()));
            case TreasuryFact.ExitRequested requested -> records.exits().put(requested.venue(), requested);
            case TreasuryFact.Recalled recalled -> {
                venue(recalled.venue(), venue -> venue.with(recalled.principal()));
                left(recalled);
            }
            case TreasuryFact.LossRealised loss -> venue(loss.venue(), venue -> venue.with(loss.principal()));
            case TreasuryFact.PegFeedSet set -> feedSet(set, at);
            case TreasuryFact.PegPriced priced ->
                peg(
                        priced.asset(),
                        peg -> new PegFeed(peg.feed(), peg.state(), peg.since(), priced.price8(), priced.updatedAt()));
            case TreasuryFact.PegStateChanged changed ->
                peg(changed.asset(), peg -> new PegFeed(peg.feed(), changed.to(), at, peg.price8(), peg.updatedAt()));
            case TreasuryFact.Spent spent -> {
                if (spent.byCouncil()) {
                    records.spending()
                            .put(Spender.COUNCIL, records.councilSpending().plus(at, spent.amount()));
                }
            }
        }
    }

    void apply(FeedFact fact, LoggedFact logged) {
        switch (fact) {
            case FeedFact.AnswerUpdated answer ->
                records.answers().put(logged.contract(), new FeedReading(answer.current(), answer.updatedAt()));
            case FeedFact.LimitsSet limits ->
                records.limits().put(logged.contract(), new FeedReading.Limits(limits.minAnswer(), limits.maxAnswer()));
        }
    }

    private void backstop(TreasuryFact.BackstopPaid paid) {
        records.backstops()
                .change(
                        new BackstopKey(paid.poolId(), paid.incidentId()),
                        Backstop.NONE,
                        before -> new Backstop(
                                before.inAll().add(paid.amount()),
                                paid.byCouncil() ? before.byCouncil().add(paid.amount()) : before.byCouncil()));
    }

    private void added(TreasuryFact.VenueAdded added) {
        var known = records.venues().find(added.venue());
        if (known.isEmpty()) {
            records.venueOrder().put((long) records.venueOrder().size(), added.venue());
        }
        records.venues()
                .put(
                        added.venue(),
                        new Venue(
                                added.asset(),
                                added.capBps(),
                                added.exitDelay(),
                                added.selfReported(),
                                false,
                                known.map(Venue::principal).orElse(BigInteger.ZERO)));
    }

    /// What leaves a venue that wants notice leaves under the notice that was given.
    private void left(TreasuryFact.Recalled recalled) {
        var venue = recalled.venue();
        records.exits().find(venue).ifPresent(notice -> {
            var open = notice.amount().subtract(recalled.amount());
            if (open.signum() > 0) {
                records.exits().put(venue, new ExitRequested(venue, open, notice.readyAt()));
            } else {
                records.exits().remove(venue);
            }
        });
    }

    private void feedSet(TreasuryFact.PegFeedSet set, long at) {
        var known = records.pegs().find(set.asset());
        if (known.isEmpty()) {
            records.assets().put((long) records.assets().size(), set.asset());
        }
        records.decimals().put(set.feed(), set.decimals());
        records.pegs()
                .put(
                        set.asset(),
                        known.map(peg -> new PegFeed(
                                        set.feed(), peg.state(), peg.since(), peg.price8(), peg.updatedAt()))
                                .orElseGet(() -> new PegFeed(set.feed(), PegState.NORMAL, at, BigInteger.ZERO, 0)));
    }

    private void peg(Address asset, UnaryOperator<PegFeed> change) {
        records.pegs().change(asset, () -> asset + " is no settlement asset", change);
    }

    private void venue(Address venue, UnaryOperator<Venue> change) {
        records.venues().change(venue, () -> venue + " was never admitted", change);
    }
}
