package org.breakwater.desktop.event;

import org.breakwater.core.fact.EscrowFact;
import org.breakwater.core.fact.PoolFact;
import org.breakwater.desktop.l10n.Terms;

/// What happened to a pool, and to what is kept where a payment failed.
record PoolEvents(EventNames names) {

    String of(PoolFact fact, String pool) {
        return switch (fact) {
            case PoolFact.Deposit deposit ->
                names.address(deposit.owner()) + " put " + EventWords.assets(deposit.assets()) + " into " + pool;
            case PoolFact.RedeemRequested requested ->
                names.address(requested.owner()) + " asks to redeem shares of " + pool;
            case PoolFact.RedeemFilled filled ->
                pool + " set aside " + EventWords.assets(filled.assets()) + " for "
                        + names.address(filled.controller());
            case PoolFact.RedeemCancelled cancelled ->
                names.address(cancelled.controller()) + " stays in " + pool + ": the redemption is cancelled";
            case PoolFact.RedeemCollected collected ->
                names.address(collected.controller()) + " collected " + EventWords.assets(collected.assets()) + " from "
                        + pool;
            case PoolFact.QueueAdvanced _ -> "The redemption queue of " + pool + " was processed";
            case PoolFact.CoverLocked locked ->
                pool + " covers " + EventWords.assets(locked.amount()) + " more of "
                        + names.subject(locked.subjectId());
            case PoolFact.CoverReleased released ->
                pool + " is free of " + EventWords.assets(released.amount()) + " of cover of "
                        + names.subject(released.subjectId());
            case PoolFact.CoverRelevelled moved ->
                EventWords.assets(moved.amount()) + " of cover of " + names.subject(moved.subjectId()) + " moved from "
                        + Terms.of(moved.from()) + " to " + Terms.of(moved.to());
            case PoolFact.PremiumStreamed streamed ->
                pool + " received " + EventWords.assets(streamed.amount()) + " of premium";
            case PoolFact.PremiumRefunded refunded ->
                pool + " gave " + EventWords.assets(refunded.amount()) + " of premium back to "
                        + names.address(refunded.to());
            case PoolFact.PremiumAccrued accrued ->
                pool + " earned " + EventWords.assets(accrued.amount()) + " of premium";
            case PoolFact.IncidentReserved reserved ->
                pool + " set aside up to " + EventWords.assets(reserved.cap()) + " for " + event(reserved.incidentId());
            case PoolFact.IncidentBackstopped backed ->
                EventWords.assets(backed.amount()) + " of the treasury back " + event(backed.incidentId()) + " of "
                        + pool;
            case PoolFact.IncidentReleased released ->
                "The reserve for " + event(released.incidentId()) + " is released, "
                        + EventWords.assets(released.unused()) + " unused";
            case PoolFact.Payout payout ->
                pool + " paid " + EventWords.assets(payout.assets()) + " to " + names.address(payout.to());
            case PoolFact.Forfeited forfeited ->
                EventWords.assets(forfeited.amount()) + " that were forfeited went to " + pool;
            case PoolFact.DrainBreakerTripped tripped ->
                "The 24-hour window of " + (tripped.payouts() ? "payouts" : "redemptions") + " of " + pool
                        + " is used up";
        };
    }

    /// A settled series has the top bit of its number set.
    private static String event(long incidentId) {
        return incidentId < 0 ? "series " + (incidentId & Long.MAX_VALUE) : "incident " + incidentId;
    }

    String of(EscrowFact fact) {
        return switch (fact) {
            case EscrowFact.CreditKept kept ->
                EventWords.assets(kept.amount()) + " are kept for " + names.address(kept.account())
                        + ": a payment failed";
            case EscrowFact.CreditCollected collected ->
                names.address(collected.account()) + " collected " + EventWords.assets(collected.amount())
                        + " that were kept";
            case EscrowFact.ForfeitKept kept ->
                EventWords.assets(kept.amount()) + " forfeited wait to go to " + names.pool(kept.poolId());
            case EscrowFact.ForfeitPassedOn passed ->
                EventWords.assets(passed.amount()) + " forfeited went to " + names.pool(passed.poolId());
        };
    }
}
