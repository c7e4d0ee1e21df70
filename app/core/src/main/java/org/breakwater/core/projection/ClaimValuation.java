package org.breakwater.core.projection;

import java.math.BigInteger;
import org.breakwater.core.fact.IncidentFact.Terms;
import org.breakwater.core.projection.PoolRecords.ReserveKey;
import org.breakwater.core.projection.view.ClaimView;
import org.breakwater.core.projection.view.IncidentReserve;
import org.breakwater.core.projection.view.Totals;
import org.breakwater.core.protocol.CaseKind;
import org.breakwater.core.protocol.PauseScope;
import org.breakwater.core.rule.ClaimAmount;
import org.breakwater.core.rule.ProRata;
import org.breakwater.core.rule.Unsigned;
import org.breakwater.core.value.Address;

/// What claims come to at a time.
record ClaimValuation(ProtocolRecords records, PoolValuation pools, long at) {

    private static final int ACCOUNT_COVER_BIT = 255;

    ClaimView view(long claimId) {
        var claim = records.claims().claim(claimId);
        var due = due(claim);
        return new ClaimView(
                claimId,
                holder(claim.submitted().coverId()),
                due.amount(),
                due.partBps(),
                records.cases().evidenceCount(CaseKind.CLAIM, claimId),
                claim.at(at));
    }

    /// @param amount assets
    private record Due(BigInteger amount, int partBps) {

        static final Due NOTHING = new Due(BigInteger.ZERO, 0);
    }

    /// Who would be paid: the policy's holder, or the account. Zero where nobody is known.
    private Address holder(BigInteger coverId) {
        return coverId.testBit(ACCOUNT_COVER_BIT)
                ? records.accounts()
                        .covers()
                        .find(coverId)
                        .map(cover -> cover.account())
                        .orElse(Address.ZERO)
                : records.policies().holders().get(coverId, Address.ZERO);
    }

    private Due due(ClaimRecords.Entry claim) {
        if (!claim.isGranted() || at < claim.decision().payableAt()) {
            return Due.NOTHING;
        }
        if (!claim.payment().waits() && at > redeemBy(claim)) {
            return Due.NOTHING;
        }
        var incidentId = claim.submitted().incidentId();
        var incident = records.incidents().incident(incidentId);
        var terms = records.incidents().termsOf(incidentId);
        var pool = records.pools().identity(incident.opened().poolId());
        var reserve = records.pools().reserves().get(new ReserveKey(pool.pool(), incidentId), IncidentReserve.NONE);
        var part = at <= claimsEnd(incidentId) ? firstPart(incident, terms, reserve) : lastPart(incidentId, reserve);
        var left = reserve.funds().subtract(reserve.paid());
        var amount = part.due(claim.decision().approved(), claim.payment().paid(), left);
        return new Due(amount.min(pools.roomForPayouts(pool)), part.bps());
    }

    private static ProRata firstPart(IncidentRecords.Entry incident, Terms terms, IncidentReserve reserve) {
        var severity = Unsigned.of(incident.finding().severityBps());
        var loss = ClaimAmount.expected(reserve.affectedCover(), severity, BigInteger.ZERO);
        return ProRata.first(reserve.ownCap(), loss, Unsigned.of(terms.firstTrancheBps()));
    }

    private ProRata lastPart(long incidentId, IncidentReserve reserve) {
        var totals = records.claims().totals().get(incidentId, Totals.NONE);
        return ProRata.last(reserve.funds(), totals.approved().add(totals.undecided()));
    }

    /// Last time to submit a claim: later by the time for which submissions have been paused since settling started.
    long claimsEnd(long incidentId) {
        var incident = records.incidents().incident(incidentId);
        var end = incident.decision().claimsEnd();
        if (end == 0) {
            return 0;
        }
        var paused = records.guardian()
                        .pausedSeconds(PauseScope.SUBMIT, incident.opened().poolId(), at)
                - incident.submitPausedBefore();
        return end + Math.min(paused, records.incidents().termsOf(incidentId).pauseMax());
    }

    /// Last payment: as decided, or later where other claims of the incident were decided after it or payouts were
    /// paused.
    long redeemBy(ClaimRecords.Entry claim) {
        if (claim.decision().redeemBy() == 0) {
            return 0;
        }
        var incidentId = claim.submitted().incidentId();
        var terms = records.incidents().termsOf(incidentId);
        var poolId = records.incidents().incident(incidentId).opened().poolId();
        var lastDecision = records.claims().lastDecisions().get(incidentId, 0L);
        var from = Math.max(claimsEnd(incidentId), lastDecision) + terms.redemptionWindow();
        var paused = records.guardian().pausedSeconds(PauseScope.PAYOUT, poolId, at)
                - claim.payment().pausedBefore();
        return Math.max(claim.decision().redeemBy(), from) + Math.min(paused, terms.pauseMax());
    }
}
