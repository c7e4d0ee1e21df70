package org.breakwater.core.offer;

import java.math.BigInteger;
import java.util.List;
import org.breakwater.core.fact.RiskFact;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.projection.view.SubjectView;
import org.breakwater.core.protocol.RiskLevel;
import org.breakwater.core.rule.RiskScore;

/// Subjects as documents.
record SubjectDocuments(ProtocolView view, Quotes quotes) {

    List<Subject> subjects() {
        var pools = view.pools();
        return view.subjects().stream().map(subject -> subject(subject, pools)).toList();
    }

    private Subject subject(SubjectView subject, List<PoolView> pools) {
        var known = subject.subject();
        return new Subject(
                subject.subjectId(),
                known.kind(),
                known.status(),
                known.statusSince(),
                subject.inputs().attestedAt() == 0 ? RiskLevel.UNRATED : RiskScore.levelOf(subject.scoreNow()),
                subject.scoreNow(),
                subject.failedRules() == 0,
                EligibilityRule.of(subject.failedRules()),
                inputs(subject.inputs()),
                known.metadataHash(),
                known.exclusionsHash(),
                pools.stream()
                        .filter(pool -> pool.kind() == known.kind())
                        .map(pool -> in(pool, subject.subjectId()))
                        .toList());
    }

    private static Inputs inputs(RiskFact.Inputs attested) {
        return new Inputs(
                attested.audits(),
                Settled.unlessZero(attested.lastAuditAt()),
                Settled.unlessZero(attested.liveSince()),
                attested.tvlUsd(),
                attested.users30d(),
                attested.upgrade(),
                attested.upgradeDelay(),
                attested.incidents12m(),
                Settled.unlessZero(attested.attestedAt()),
                attested.evidenceHash());
    }

    private SubjectInPool in(PoolView pool, long subjectId) {
        var offered = quotes.offered(pool.poolId(), subjectId);
        var cover = view.cover(pool.poolId(), subjectId).orElseThrow();
        return new SubjectInPool(
                pool.poolId(),
                pool.asset(),
                Settled.DECIMALS,
                offered.closed().isEmpty(),
                offered.closed(),
                offered.capacity(),
                cover.amount(),
                cover.limit(),
                offered.price().rate().map(BigInteger::longValueExact));
    }
}
