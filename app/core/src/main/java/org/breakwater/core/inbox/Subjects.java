package org.breakwater.core.inbox;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.breakwater.core.activity.Due;
import org.breakwater.core.follow.Known;
import org.breakwater.core.inbox.Waiting.Subject;
import org.breakwater.core.projection.view.CaseView;
import org.breakwater.core.projection.view.ChangeView;
import org.breakwater.core.projection.view.ClaimView;
import org.breakwater.core.projection.view.IncidentView;

/// What each thing that is due is about, looked up once.
final class Subjects {

    private final Map<BigInteger, Subject> proposals = new HashMap<>();
    private final Map<Long, CaseView> cases;
    private final Map<Long, ChangeView> changes;
    private final Map<Long, ClaimView> claims;
    private final Map<Long, IncidentView> incidents;

    Subjects(Known known) {
        var view = known.view();
        for (var proposal : view.governance().proposals()) {
            proposals.put(
                    proposal.proposal().created().proposalId(), new Subject.OfDao(proposal, proposals.size() + 1));
        }
        cases = byNumber(view.cases(), CaseView::caseId);
        changes = byNumber(view.changes(), ChangeView::changeId);
        claims = byNumber(view.claims(), ClaimView::claimId);
        incidents = byNumber(view.incidents(), IncidentView::incidentId);
    }

    private static <T> Map<Long, T> byNumber(List<T> all, ToLongFunction<T> number) {
        return all.stream().collect(Collectors.toMap(number::applyAsLong, Function.identity()));
    }

    Subject of(Due due) {
        return switch (due.task()) {
            case VOTE_ON_PROPOSAL, QUEUE_PROPOSAL, EXECUTE_PROPOSAL -> found(proposals, due.number());
            case ADD_EVIDENCE, VOTE_IN_CASE, CLOSE_CASE -> new Subject.OfTribunal(found(cases, number(due)));
            case EXECUTE_CHANGE -> new Subject.OfRegistry(found(changes, number(due)));
            case REVIEW_CLAIM -> new Subject.OfClaim(found(claims, number(due)));
            case REVIEW_INCIDENT -> new Subject.OfIncident(found(incidents, number(due)));
            case CONFIRM_INCIDENT,
                    LAPSE_INCIDENT,
                    CHALLENGE_INCIDENT,
                    SETTLE_INCIDENT,
                    SUBMIT_CLAIMS,
                    CLOSE_INCIDENT,
                    REOPEN_INCIDENT,
                    REOPEN_CLAIM,
                    APPEAL_CLAIM,
                    FINALISE_CLAIM,
                    PAY_CLAIM,
                    EXPIRE_CLAIM,
                    EXECUTE_OPERATION,
                    PAUSE_ENDS,
                    FILL_REDEMPTIONS,
                    SETTLE_SERIES,
                    REDEEM_SERIES,
                    CLOSE_SERIES,
                    CLOSE_POLICIES,
                    RECALL_FROM_VENUE,
                    TOP_UP_INTEGRATOR,
                    DETECT_INCIDENT,
                    TAKE_SAMPLE,
                    ESCALATE_INCIDENT,
                    SETTLE_COVERS,
                    RESOLVE_CLAIM,
                    RELEASE_RESERVE,
                    DECIDE_ASSERTION,
                    ENFORCE_SUBJECT,
                    UPDATE_PEG,
                    UPDATE_LEVEL,
                    COLLECT_REDEMPTION,
                    PASS_FORFEITS,
                    SETTLE_PREMIUM,
                    LAPSE_COVER,
                    RELEASE_COVER -> new Subject.OfDue(due);
        };
    }

    private static Long number(Due due) {
        return due.number().longValueExact();
    }

    private static <K, V> V found(Map<K, V> all, K number) {
        var value = all.get(number);
        if (value == null) {
            throw new IllegalStateException("what is due is about " + number + ", which is not known");
        }
        return value;
    }
}
