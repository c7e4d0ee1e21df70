package org.breakwater.core.projection;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;
import org.breakwater.core.fact.CaseFact;
import org.breakwater.core.fact.CaseFact.EvidenceAdded;
import org.breakwater.core.protocol.CaseKind;
import org.breakwater.core.protocol.CaseOutcome;
import org.breakwater.core.rule.CaseVerdict;
import org.breakwater.core.rule.WeightedMedian;
import org.breakwater.core.value.Address;

/// What is known of cases.
///
/// @param shares weight on each percent that was voted to be paid
/// @param evidence in the order in which it came
/// @param evidenceCounts how much there is of it
/// @param nonces next nonce of a voter's signed ballots
record CaseRecords(
        Table<Long, Entry> cases,
        Table<BallotKey, Ballot> ballots,
        Table<ShareKey, BigInteger> shares,
        Table<EvidenceKey, Evidence> evidence,
        Table<DocketKey, Long> evidenceCounts,
        Table<Address, BigInteger> nonces) {

    record BallotKey(long caseId, Address voter) {}

    record ShareKey(long caseId, int percent) {}

    record DocketKey(CaseKind kind, long refId) {}

    record EvidenceKey(CaseKind kind, long refId, BigInteger index) {}

    record Evidence(EvidenceAdded added, long at) {}

    record Ballot(CaseFact.VoteCast cast, long at) {}

    /// Sums of the ballots.
    ///
    /// @param voters who took a side with at least 0.01 % of supply
    record Tally(BigInteger pay, BigInteger partialPay, BigInteger deny, BigInteger abstain, long voters) {

        static final Tally NONE = new Tally(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, 0);

        /// With a ballot, or without it where the sign is −1.
        Tally plus(CaseFact.VoteCast cast, BigInteger supply, int sign) {
            var weight = sign < 0 ? cast.weight().negate() : cast.weight();
            var counted = voters + (CaseVerdict.counts(cast.weight(), supply) ? sign : 0);
            return switch (cast.choice()) {
                case PAY -> new Tally(pay.add(weight), partialPay, deny, abstain, counted);
                case PAY_PARTIAL -> new Tally(pay, partialPay.add(weight), deny, abstain, counted);
                case DENY -> new Tally(pay, partialPay, deny.add(weight), abstain, counted);
                case NONE, ABSTAIN -> new Tally(pay, partialPay, deny, abstain.add(weight), voters);
            };
        }
    }

    /// One case.
    ///
    /// @param opened as it was opened
    record Entry(CaseFact.Case opened, long closes, int extensions, Tally tally, CaseOutcome outcome, int decidedBps) {

        static Entry of(CaseFact.Case opened) {
            return new Entry(opened, opened.closes(), opened.extensions(), Tally.NONE, CaseOutcome.OPEN, 0);
        }

        Entry with(Tally changed) {
            return new Entry(opened, closes, extensions, changed, outcome, decidedBps);
        }

        Entry extendedUntil(long end, int count) {
            return new Entry(opened, end, count, tally, outcome, decidedBps);
        }

        Entry closed(CaseOutcome how, int share) {
            return new Entry(opened, closes, extensions, tally, how, share);
        }

        CaseFact.Case view() {
            return new CaseFact.Case(
                    opened.host(),
                    opened.refId(),
                    opened.kind(),
                    outcome,
                    extensions,
                    opened.proposedAt(),
                    opened.snapshot(),
                    opened.evidenceEnds(),
                    opened.opens(),
                    closes,
                    opened.minVoters(),
                    tally.voters(),
                    opened.quorum(),
                    opened.weightCap(),
                    opened.supply(),
                    tally.pay(),
                    tally.partialPay(),
                    tally.deny(),
                    tally.abstain(),
                    decidedBps);
        }
    }

    static CaseRecords in(Journal journal) {
        return new CaseRecords(
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal),
                Table.in(journal));
    }

    CaseRecords frozen() {
        return new CaseRecords(
                cases.frozen(),
                ballots.frozen(),
                shares.frozen(),
                evidence.frozen(),
                evidenceCounts.frozen(),
                nonces.frozen());
    }

    Entry entry(long caseId) {
        return cases.require(caseId, () -> "case " + caseId + " was never opened");
    }

    long evidenceCount(CaseKind kind, long refId) {
        return evidenceCounts.get(new DocketKey(kind, refId), 0L);
    }

    /// What closing now would decide.
    CaseOutcome outcome(long caseId) {
        var entry = entry(caseId);
        var tally = entry.tally();
        return entry.outcome() != CaseOutcome.OPEN
                ? entry.outcome()
                : CaseVerdict.outcome(
                        tally.pay().add(tally.partialPay()),
                        tally.deny(),
                        entry.opened().quorum(),
                        tally.voters(),
                        entry.opened().minVoters());
    }

    /// Share that closing now would decide, basis points; 0 unless accepted.
    int decidedBps(long caseId) {
        var entry = entry(caseId);
        if (entry.outcome() != CaseOutcome.OPEN) {
            return entry.decidedBps();
        }
        return outcome(caseId) == CaseOutcome.ACCEPTED ? WeightedMedian.of(weights(caseId)) * 100 : 0;
    }

    private Map<Integer, BigInteger> weights(long caseId) {
        var weights = new TreeMap<Integer, BigInteger>();
        for (int percent = 1; percent <= 100; percent++) {
            weights.put(percent, shares.get(new ShareKey(caseId, percent), BigInteger.ZERO));
        }
        return weights;
    }
}
