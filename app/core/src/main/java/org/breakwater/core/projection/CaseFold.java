package org.breakwater.core.projection;

import java.math.BigInteger;
import java.util.function.UnaryOperator;
import org.breakwater.core.fact.CaseFact;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.projection.CaseRecords.Ballot;
import org.breakwater.core.projection.CaseRecords.BallotKey;
import org.breakwater.core.projection.CaseRecords.DocketKey;
import org.breakwater.core.projection.CaseRecords.Entry;
import org.breakwater.core.projection.CaseRecords.Evidence;
import org.breakwater.core.projection.CaseRecords.EvidenceKey;
import org.breakwater.core.projection.CaseRecords.ShareKey;
import org.breakwater.core.protocol.BallotChoice;

/// Folds cases and their ballots.
record CaseFold(CaseRecords records) {

    void apply(CaseFact fact, LoggedFact logged) {
        switch (fact) {
            case CaseFact.CaseOpened opened -> records.cases().put(opened.caseId(), Entry.of(opened.case_()));
            case CaseFact.VoteCast cast -> cast(cast, logged.time());
            case CaseFact.BallotSigned signed ->
                records.nonces().put(signed.voter(), signed.nonce().add(BigInteger.ONE));
            case CaseFact.BallotStruck struck -> {
                var key = new BallotKey(struck.caseId(), struck.voter());
                records.ballots().find(key).ifPresent(ballot -> count(ballot.cast(), -1));
                records.ballots().remove(key);
            }
            case CaseFact.CaseExtended extended ->
                change(extended.caseId(), entry -> entry.extendedUntil(extended.closes(), extended.extensions()));
            case CaseFact.CaseClosed closed ->
                change(closed.caseId(), entry -> entry.closed(closed.outcome(), closed.decidedBps()));
            case CaseFact.EvidenceAdded added -> {
                var key = new EvidenceKey(added.kind(), added.refId(), added.index());
                records.evidence().put(key, new Evidence(added, logged.time()));
                records.evidenceCounts()
                        .put(
                                new DocketKey(added.kind(), added.refId()),
                                added.index().longValueExact() + 1);
            }
        }
    }

    private void cast(CaseFact.VoteCast cast, long at) {
        var key = new BallotKey(cast.caseId(), cast.voter());
        records.ballots().find(key).ifPresent(earlier -> count(earlier.cast(), -1));
        count(cast, 1);
        records.ballots().put(key, new Ballot(cast, at));
    }

    private void count(CaseFact.VoteCast cast, int sign) {
        change(
                cast.caseId(),
                entry -> entry.with(entry.tally().plus(cast, entry.opened().supply(), sign)));
        if (cast.choice() == BallotChoice.PAY || cast.choice() == BallotChoice.PAY_PARTIAL) {
            var weight = sign < 0 ? cast.weight().negate() : cast.weight();
            records.shares()
                    .change(
                            new ShareKey(cast.caseId(), cast.shareBps() / 100),
                            BigInteger.ZERO,
                            share -> share.add(weight));
        }
    }

    private void change(long caseId, UnaryOperator<Entry> change) {
        records.cases().change(caseId, () -> "case " + caseId + " was never opened", change);
    }
}
