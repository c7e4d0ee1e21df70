package org.breakwater.core.activity;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.breakwater.core.activity.Due.Task;
import org.breakwater.core.fact.CaseFact.Case;
import org.breakwater.core.projection.view.Claim;
import org.breakwater.core.projection.view.Incident;
import org.breakwater.core.projection.view.Totals;
import org.breakwater.core.protocol.CaseOutcome;

/// What is due of one incident, claim or case at a time, by the rules of `Incidents`, `Claims` and `Tribunal`.
///
/// @param time seconds since 1970
record ClaimsDue(long time) {

    /// @param claimsEnd last time to submit a claim; 0 before settling
    Stream<Due> ofIncident(long id, Incident incident, Totals totals, long claimsEnd) {
        var cap = Optional.of(incident.cap());
        return switch (incident.state()) {
            case DETECTED ->
                incident.lapsesAt() < time
                        ? one(Task.LAPSE_INCIDENT, id, cap, incident.lapsesAt() + 1)
                        : one(Task.CONFIRM_INCIDENT, id, cap, incident.detectedAt(), incident.lapsesAt());
            case CONFIRMED -> {
                var settle = one(Task.SETTLE_INCIDENT, id, cap, incident.challengeEnds() + 1);
                yield incident.challengeEnds() < time
                        ? settle
                        : Stream.concat(one(Task.CHALLENGE_INCIDENT, id, cap, 0, incident.challengeEnds()), settle);
            }
            case SETTLING -> {
                if (claimsEnd >= time) {
                    yield one(Task.SUBMIT_CLAIMS, id, Optional.empty(), 0, claimsEnd);
                }
                yield totals.open() == 0
                        ? one(Task.CLOSE_INCIDENT, id, Optional.empty(), claimsEnd + 1)
                        : Stream.empty();
            }
            case COUNCIL_REVIEW -> review(Task.REVIEW_INCIDENT, Task.REOPEN_INCIDENT, id, incident.reviewEnds());
            case NONE, ESCALATED, CLOSED, REJECTED, LAPSED -> Stream.empty();
        };
    }

    /// @param dueNow assets that a payment now would send
    /// @param redeemBy last time to be paid
    /// @param denialOpenUntil last time to appeal; empty where no denial is open
    /// @param undecided whether claims of the same incident can still be granted something
    Stream<Due> ofClaim(
            long id, Claim claim, BigInteger dueNow, long redeemBy, OptionalLong denialOpenUntil, boolean undecided) {
        return switch (claim.state()) {
            case COUNCIL_REVIEW -> review(Task.REVIEW_CLAIM, Task.REOPEN_CLAIM, id, claim.reviewEnds());
            case APPROVED, AUTO_APPROVED, PAYABLE -> granted(id, claim, dueNow, redeemBy, undecided);
            case DENIED -> denialOpenUntil.isEmpty() ? Stream.empty() : denied(id, claim, denialOpenUntil.getAsLong());
            case NONE, SUBMITTED, ESCALATED, IN_VOTE, PAID, EXPIRED, WITHDRAWN -> Stream.empty();
        };
    }

    /// What waits for the pool's window never runs out. What ran out may still rise while others are undecided, and
    /// can be expired after that.
    private Stream<Due> granted(long id, Claim claim, BigInteger dueNow, long redeemBy, boolean undecided) {
        var amount = Optional.of(dueNow).filter(assets -> assets.signum() > 0);
        if (claim.waitsForWindow()) {
            return one(Task.PAY_CLAIM, id, amount, claim.payableAt());
        }
        if (redeemBy >= time) {
            return one(Task.PAY_CLAIM, id, amount, claim.payableAt(), redeemBy);
        }
        return undecided ? Stream.empty() : one(Task.EXPIRE_CLAIM, id, Optional.empty(), redeemBy + 1);
    }

    private Stream<Due> denied(long id, Claim claim, long until) {
        return until >= time
                ? one(Task.APPEAL_CLAIM, id, Optional.of(claim.requested()), 0, until)
                : one(Task.FINALISE_CLAIM, id, Optional.empty(), until + 1);
    }

    Stream<Due> ofCase(long id, Case opened) {
        if (opened.outcome() != CaseOutcome.OPEN) {
            return Stream.empty();
        }
        var evidence = opened.evidenceEnds() > time
                ? one(Task.ADD_EVIDENCE, id, Optional.empty(), 0, opened.evidenceEnds())
                : Stream.<Due>empty();
        return Stream.concat(
                evidence,
                opened.closes() > time
                        ? one(Task.VOTE_IN_CASE, id, Optional.empty(), opened.opens(), opened.closes())
                        : one(Task.CLOSE_CASE, id, Optional.empty(), opened.closes()));
    }

    /// The council decides until the end; after it anybody sends the matter back to a vote.
    private Stream<Due> review(Task decide, Task reopen, long id, long ends) {
        return ends >= time ? one(decide, id, Optional.empty(), 0, ends) : one(reopen, id, Optional.empty(), ends + 1);
    }

    private static Stream<Due> one(Task task, long id, Optional<BigInteger> amount, long from) {
        return Stream.of(new Due(task, Area.CLAIMS, BigInteger.valueOf(id), amount, from, Optional.empty()));
    }

    private static Stream<Due> one(Task task, long id, Optional<BigInteger> amount, long from, long until) {
        return Stream.of(new Due(task, Area.CLAIMS, BigInteger.valueOf(id), amount, from, Optional.of(until)));
    }
}
