package org.breakwater.desktop.event;

import java.math.BigInteger;
import org.breakwater.core.fact.TokenFact;
import org.breakwater.core.fact.TreasuryFact;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.l10n.Terms;

/// What happened to the treasury's money, and to tokens.
record TreasuryEvents(EventNames names) {

    String of(TreasuryFact fact) {
        return switch (fact) {
            case TreasuryFact.FeesReceived fees ->
                "The treasury received " + EventWords.assets(fees.amount()) + " of fees from "
                        + names.pool(fees.poolId());
            case TreasuryFact.BackstopPaid paid ->
                "The treasury backs incident " + paid.incidentId() + " with " + EventWords.assets(paid.amount());
            case TreasuryFact.BackstopReturned returned ->
                EventWords.assets(returned.amount()) + " of backstop of incident " + returned.incidentId()
                        + " came back";
            case TreasuryFact.VenueAdded added ->
                names.address(added.venue()) + " is a venue, for " + EventWords.percent(added.capBps()) + " at most";
            case TreasuryFact.VenueClosed closed -> names.address(closed.venue()) + " takes nothing more";
            case TreasuryFact.Allocated allocated ->
                "The treasury put " + EventWords.assets(allocated.amount()) + " into "
                        + names.address(allocated.venue());
            case TreasuryFact.ExitRequested requested ->
                "The treasury gave notice of " + EventWords.assets(requested.amount()) + " to "
                        + names.address(requested.venue()) + ", ready " + EventWords.date(requested.readyAt());
            case TreasuryFact.Recalled recalled ->
                "The treasury recalled " + EventWords.assets(recalled.amount()) + " from "
                        + names.address(recalled.venue());
            case TreasuryFact.LossRealised loss ->
                "The treasury lost " + EventWords.assets(loss.amount()) + " at " + names.address(loss.venue());
            case TreasuryFact.PegFeedSet set ->
                "The peg of " + names.address(set.asset()) + " is read from " + names.address(set.feed());
            case TreasuryFact.PegPriced priced ->
                names.address(priced.asset()) + " was read at " + EventWords.price(priced.price8()) + " dollars";
            case TreasuryFact.PegStateChanged changed ->
                "The peg of " + names.address(changed.asset()) + " went from " + Terms.of(changed.from()) + " to "
                        + Terms.of(changed.to()) + " at " + EventWords.price(changed.price8());
            case TreasuryFact.Spent spent ->
                (spent.byCouncil() ? "The council" : "The DAO") + " paid " + amount(spent.token(), spent.amount())
                        + " to " + names.address(spent.to());
        };
    }

    private String amount(Address token, BigInteger units) {
        return EventWords.assets(units).replace(SettlementAsset.SYMBOL, names.address(token));
    }

    String of(TokenFact.Transfer transfer, String token) {
        if (transfer.from().isZero()) {
            return token + " is issued to " + names.address(transfer.to());
        }
        return transfer.to().isZero()
                ? token + " of " + names.address(transfer.from()) + " is taken in"
                : names.address(transfer.from()) + " passes " + token + " to " + names.address(transfer.to());
    }
}
