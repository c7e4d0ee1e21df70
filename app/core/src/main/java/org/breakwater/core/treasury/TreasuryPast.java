package org.breakwater.core.treasury;

import java.math.BigInteger;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.breakwater.core.activity.EventLog;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.fact.TreasuryFact;
import org.breakwater.core.index.LogQuery;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;

/// What came into the treasury, what left it, and what its venues earned and lost, by month (UTC), as its own events
/// have it. Money that somebody merely transfers to it says nothing and is not in it.
///
/// @param months from the first with an event to the present one, without gaps; empty where nothing has happened
/// @param others payments in tokens that are no settlement asset, which cannot be added to the others
public record TreasuryPast(List<Month> months, int others) {

    private static final int PAGE = 2_000;

    public TreasuryPast {
        months = List.copyOf(months);
    }

    /// Units of the settlement assets, which can be added to each other.
    ///
    /// @param fees its part of the premiums
    /// @param returned what pools gave back of the backstop
    /// @param earned by venues, paid out when money was recalled
    /// @param spent paid by the DAO and the council
    /// @param backstop paid to pools that could not pay by themselves
    /// @param lost in venues: recalled for less than was put in
    /// @param writtenOff in venues: given up
    public record Month(
            YearMonth month,
            BigInteger fees,
            BigInteger returned,
            BigInteger earned,
            BigInteger spent,
            BigInteger backstop,
            BigInteger lost,
            BigInteger writtenOff) {

        static Month empty(YearMonth month) {
            var nothing = BigInteger.ZERO;
            return new Month(month, nothing, nothing, nothing, nothing, nothing, nothing, nothing);
        }

        /// What the treasury has less after it.
        public BigInteger out() {
            return spent.add(backstop).add(lost).add(writtenOff);
        }

        /// What it has more.
        public BigInteger in() {
            return fees.add(returned).add(earned);
        }

        private Month with(TreasuryFact fact) {
            return switch (fact) {
                case TreasuryFact.FeesReceived(var _, var _, var amount) ->
                    new Month(month, fees.add(amount), returned, earned, spent, backstop, lost, writtenOff);
                case TreasuryFact.BackstopReturned(var _, var _, var amount) ->
                    new Month(month, fees, returned.add(amount), earned, spent, backstop, lost, writtenOff);
                case TreasuryFact.BackstopPaid(var _, var _, var amount, var _) ->
                    new Month(month, fees, returned, earned, spent, backstop.add(amount), lost, writtenOff);
                case TreasuryFact.Spent spending ->
                    new Month(month, fees, returned, earned, spent.add(spending.amount()), backstop, lost, writtenOff);
                case TreasuryFact.Recalled recalled -> with(recalled.profit());
                case TreasuryFact.LossRealised(var _, var amount, var _) ->
                    new Month(month, fees, returned, earned, spent, backstop, lost, writtenOff.add(amount));
                case TreasuryFact.VenueAdded _,
                        TreasuryFact.VenueClosed _,
                        TreasuryFact.Allocated _,
                        TreasuryFact.ExitRequested _,
                        TreasuryFact.PegFeedSet _,
                        TreasuryFact.PegPriced _,
                        TreasuryFact.PegStateChanged _ -> this;
            };
        }

        private Month with(BigInteger profit) {
            return profit.signum() < 0
                    ? new Month(month, fees, returned, earned, spent, backstop, lost.subtract(profit), writtenOff)
                    : new Month(month, fees, returned, earned.add(profit), spent, backstop, lost, writtenOff);
        }

        private boolean isEmpty() {
            return in().signum() == 0 && out().signum() == 0;
        }
    }

    /// Reads the treasury's events as they are stored. Blocking.
    ///
    /// @param assets the settlement assets
    /// @param now to which months are given
    public static TreasuryPast read(EventLog events, Address treasury, Set<Address> assets, Instant now)
            throws ProblemException {
        var query = new LogQuery(Set.of(treasury), Optional.empty());
        var facts = new ArrayList<LoggedFact>();
        var all = events.count(query);
        for (int offset = 0; offset < all; offset += PAGE) {
            facts.addAll(events.page(query, offset, PAGE));
        }
        return of(facts, assets, now);
    }

    /// @param facts of the treasury and of others, in any order
    public static TreasuryPast of(Collection<LoggedFact> facts, Set<Address> assets, Instant now) {
        var months = new TreeMap<YearMonth, Month>();
        var others = 0;
        for (var logged : facts) {
            if (!(logged.fact() instanceof TreasuryFact fact)) {
                continue;
            }
            if (fact instanceof TreasuryFact.Spent spent && !assets.contains(spent.token())) {
                others++;
                continue;
            }
            var month = month(logged.block().time());
            var told = months.getOrDefault(month, Month.empty(month)).with(fact);
            if (!told.isEmpty()) {
                months.put(month, told);
            }
        }
        var whole = new ArrayList<Month>();
        if (!months.isEmpty()) {
            var last = month(now);
            for (var month = months.firstKey(); !month.isAfter(last); month = month.plusMonths(1)) {
                whole.add(months.getOrDefault(month, Month.empty(month)));
            }
        }
        return new TreasuryPast(whole, others);
    }

    private static YearMonth month(Instant time) {
        return YearMonth.from(time.atOffset(ZoneOffset.UTC));
    }
}
