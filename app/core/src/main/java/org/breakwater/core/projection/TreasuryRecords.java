package org.breakwater.core.projection;

import java.math.BigInteger;
import org.breakwater.core.fact.TreasuryFact.ExitRequested;
import org.breakwater.core.projection.view.PegFeed;
import org.breakwater.core.projection.view.Venue;
import org.breakwater.core.rule.FeedReading;
import org.breakwater.core.rule.SlidingWindow;
import org.breakwater.core.value.Address;

/// What is known of the treasury, and of the feeds it reads.
///
/// @param assets settlement assets by their place, from 0
/// @param decimals of a peg feed's answers, by feed
/// @param venueOrder venues by their place, from 0
/// @param fees received for a pool so far, assets
/// @param spending of the council, a single row
record TreasuryRecords(
        Table<Long, Address> assets,
        Table<Address, PegFeed> pegs,
        Table<Address, Integer> decimals,
        Table<Long, Address> venueOrder,
        Table<Address, Venue> venues,
        Table<Address, ExitRequested> exits,
        Table<BackstopKey, Backstop> backstops,
        Table<Long, BigInteger> fees,
        Table<Spender, SlidingWindow> spending,
        Table<Address, FeedReading> answers,
        Table<Address, FeedReading.Limits> limits) {

    private static final long EPOCH = 30 * 86_400L;

    record BackstopKey(long poolId, long incidentId) {}

    /// Assets.
    record Backstop(BigInteger inAll, BigInteger byCouncil) {

        static final Backstop NONE = new Backstop(BigInteger.ZERO, BigInteger.ZERO);
    }

    /// Whose spending is limited.
    enum Spender {
        COUNCIL
    }

    static TreasuryRecords in(Journal journal) {
        return new TreasuryRecords(
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal));
    }

    TreasuryRecords frozen() {
        return new TreasuryRecords(
                assets.frozen(),
                pegs.frozen(),
                decimals.frozen(),
                venueOrder.frozen(),
                venues.frozen(),
                exits.frozen(),
                backstops.frozen(),
                fees.frozen(),
                spending.frozen(),
                answers.frozen(),
                limits.frozen());
    }

    SlidingWindow councilSpending() {
        return spending.get(Spender.COUNCIL, SlidingWindow.of(EPOCH));
    }
}
