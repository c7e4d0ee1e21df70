package org.breakwater.core.report;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.breakwater.core.alert.AlertNames;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.fact.TreasuryFact;
import org.breakwater.core.report.MonthlyReport.Movement;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;

/// What moved the treasury's money. Fees come with every premium; they are one line.
///
/// @param assets the settlement assets
record Movements(Set<Address> assets, AlertNames names) {

    /// @param facts of the treasury, oldest first
    List<Movement> of(List<LoggedFact> facts) {
        var movements = new ArrayList<Movement>();
        var fees = BigInteger.ZERO;
        var premiums = 0;
        Optional<BlockRef> last = Optional.empty();
        for (var logged : facts) {
            if (logged.fact() instanceof TreasuryFact.FeesReceived(var _, var _, var amount)) {
                fees = fees.add(amount);
                premiums++;
                last = Optional.of(logged.block());
            } else if (logged.fact() instanceof TreasuryFact fact) {
                movement(logged.block(), fact).ifPresent(movements::add);
            }
        }
        if (last.isPresent()) {
            movements.add(in(last.get(), "Fees, " + premiums + (premiums == 1 ? " payment" : " payments"), fees));
        }
        return movements;
    }

    private Optional<Movement> movement(BlockRef block, TreasuryFact fact) {
        return switch (fact) {
            case TreasuryFact.BackstopPaid(var pool, var incident, var amount, var byCouncil) ->
                Optional.of(out(
                        block,
                        "Backstop of incident " + incident + ", pool " + pool + ", by the " + who(byCouncil),
                        amount));
            case TreasuryFact.BackstopReturned(var pool, var incident, var amount) ->
                Optional.of(in(block, "Backstop of incident " + incident + " returned by pool " + pool, amount));
            case TreasuryFact.Allocated(var venue, var amount, var _) ->
                Optional.of(both(block, "Put into " + name(venue), amount));
            case TreasuryFact.Recalled(var venue, var amount, var profit, var _) ->
                Optional.of(both(block, "Recalled from " + name(venue) + result(profit), amount));
            case TreasuryFact.LossRealised(var venue, var amount, var _) ->
                Optional.of(out(block, "Written off in " + name(venue), amount));
            case TreasuryFact.Spent(var to, var token, var amount, var _, var byCouncil)
            when assets.contains(token) ->
                Optional.of(out(block, "Paid to " + name(to) + ", by the " + who(byCouncil), amount));
            case TreasuryFact.Spent(var to, var token, var _, var _, var byCouncil) ->
                Optional.of(new Movement(
                        block,
                        "Paid to " + name(to) + " in " + name(token) + ", by the " + who(byCouncil) + ", not counted",
                        Optional.empty(),
                        Optional.empty()));
            case TreasuryFact.FeesReceived _,
                    TreasuryFact.VenueAdded _,
                    TreasuryFact.VenueClosed _,
                    TreasuryFact.ExitRequested _,
                    TreasuryFact.PegFeedSet _,
                    TreasuryFact.PegPriced _,
                    TreasuryFact.PegStateChanged _ -> Optional.empty();
        };
    }

    private static String result(BigInteger profit) {
        return profit.signum() == 0
                ? ""
                : ", " + Written.amount(profit.abs()) + (profit.signum() > 0 ? " of it earned" : " lost");
    }

    private static String who(boolean byCouncil) {
        return byCouncil ? "council" : "DAO";
    }

    private String name(Address address) {
        return names.addresses().apply(address);
    }

    private static Movement in(BlockRef block, String what, BigInteger amount) {
        return new Movement(block, what, Optional.of(amount), Optional.empty());
    }

    private static Movement out(BlockRef block, String what, BigInteger amount) {
        return new Movement(block, what, Optional.empty(), Optional.of(amount));
    }

    /// Between the treasury and a venue: it stays the treasury's.
    private static Movement both(BlockRef block, String what, BigInteger amount) {
        return new Movement(block, what, Optional.of(amount), Optional.of(amount));
    }
}
