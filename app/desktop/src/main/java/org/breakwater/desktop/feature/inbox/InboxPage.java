package org.breakwater.desktop.feature.inbox;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.call.CallReading;
import org.breakwater.core.call.OpenSettings;
import org.breakwater.core.call.OpenSettings.Origin;
import org.breakwater.core.council.Council;
import org.breakwater.core.fact.CaseFact.Case;
import org.breakwater.core.follow.Known;
import org.breakwater.core.inbox.Inbox;
import org.breakwater.core.inbox.Waiting;
import org.breakwater.core.inbox.Waiting.Need;
import org.breakwater.core.inbox.Waiting.Subject;
import org.breakwater.core.projection.view.ChangeView;
import org.breakwater.core.projection.view.Claim;
import org.breakwater.core.projection.view.ClaimView;
import org.breakwater.core.projection.view.IncidentView;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.projection.view.ProposalState;
import org.breakwater.core.projection.view.ProposalView;
import org.breakwater.core.protocol.CaseKind;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.safe.NonceOrder.Position;
import org.breakwater.core.value.TokenAmount;
import org.breakwater.desktop.feature.inbox.InboxRow.Standing;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.l10n.ParameterWords;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.place.Reviews;
import org.breakwater.desktop.wording.CallSentences;
import org.breakwater.desktop.wording.Finding;
import org.breakwater.desktop.wording.TransactionWords;

/// Everything that waits, as the inbox shows it.
///
/// @param missing why nothing is known of what waits for owners; empty where it is
record InboxPage(List<InboxRow> rows, Optional<String> missing) {

    private static final BigInteger TOKEN = BigInteger.TEN.pow(18);

    List<InboxRow> of(Optional<Need> need) {
        return rows.stream()
                .filter(row -> need.isEmpty() || need.equals(Optional.of(row.need())))
                .toList();
    }

    /// What somebody can do something about now.
    long urgent() {
        return rows.stream().filter(row -> row.need() != Need.LATER).count();
    }

    Optional<Instant> nextDeadline() {
        return rows.stream()
                .filter(row -> row.need() != Need.LATER)
                .flatMap(row -> row.deadline().stream())
                .min(Comparator.naturalOrder());
    }

    /// Puts together what waits.
    ///
    /// @param reviews of the Safes' transactions
    record Maker(CallSentences sentences, Reviews reviews) {

        InboxPage page(Known known, Optional<Council> council, Optional<String> problem) {
            var open = OpenSettings.of(known.view(), sentences.calls());
            var inbox = Inbox.of(known, council);
            var missing = problem.or(() -> council.stream()
                    .flatMap(read -> read.queueProblems().stream())
                    .map(Object::toString)
                    .findFirst());
            return new InboxPage(
                    inbox.waiting().stream().map(one -> row(one, known, open)).toList(), missing);
        }

        private InboxRow row(Waiting waiting, Known known, OpenSettings open) {
            return switch (waiting.subject()) {
                case Subject.OfSafe subject -> ofSafe(waiting, subject, known);
                case Subject.OfDao subject -> ofDao(waiting, subject, known, open);
                case Subject.OfRegistry(var change) -> ofRegistry(waiting, change, known, open);
                case Subject.OfTribunal(var view) -> ofTribunal(waiting, view.caseId(), view.case_(), known);
                case Subject.OfClaim(var claim) -> ofClaim(waiting, claim, known);
                case Subject.OfIncident(var incident) -> ofIncident(waiting, incident, known);
            };
        }

        private InboxRow ofSafe(Waiting waiting, Subject.OfSafe subject, Known known) {
            var queued = subject.transaction();
            var words = TransactionWords.of(
                    sentences,
                    subject.safe(),
                    queued,
                    known,
                    reviews.of(queued.hash().hash()));
            var blocked = words.worst() == Severity.BLOCK;
            var under = subject.safe().name() + " Safe, nonce "
                    + queued.transaction().nonce()
                    + queued.served()
                            .proposer()
                            .map(proposer -> ", by " + sentences.name().apply(proposer))
                            .orElse("");
            return new InboxRow(
                    queued.hash().hash().toString(),
                    waiting.need(),
                    InboxRow.Kind.SAFE,
                    words.sentence(),
                    under,
                    words.value(),
                    new Standing.Signed(
                            queued.signers().stream().map(sentences.name()).toList(),
                            subject.safe().setup().threshold(),
                            blocked),
                    words.findings(),
                    waiting.deadline(),
                    blocked ? "never" : "no limit",
                    blocked ? "not signable" : position(subject),
                    new Place.SafeTransaction(
                            subject.safe().address(), queued.hash().hash()),
                    "Review",
                    Optional.of(new InboxRow.Quote(
                                    "Their words"
                                            + queued.served()
                                                    .proposer()
                                                    .map(proposer -> ", by "
                                                            + sentences.name().apply(proposer))
                                                    .orElse(""),
                                    queued.served().words()))
                            .filter(quote -> !quote.words().isEmpty()));
        }

        private static String position(Subject.OfSafe subject) {
            return subject.slot().position() == Position.NEXT
                    ? "next nonce"
                    : "waits for " + subject.slot().nonce().subtract(BigInteger.ONE);
        }

        private InboxRow ofDao(Waiting waiting, Subject.OfDao subject, Known known, OpenSettings open) {
            var view = subject.proposal();
            var created = view.proposal().created();
            var readings = OpenSettings.readings(view.proposal(), sentences.calls());
            var findings = new ArrayList<Finding>();
            readings.forEach(reading -> findings.add(readable(reading)));
            findings.addAll(clashes(new Origin.OfProposal(created.proposalId()), known, open));
            findings.sort(Comparator.comparing(Finding::severity));
            var calls = readings.size();
            return new InboxRow(
                    created.proposalId().toString(),
                    waiting.need(),
                    InboxRow.Kind.PROPOSAL,
                    sentences.of(readings, known),
                    "Proposal " + subject.number() + ", " + (calls == 1 ? "1 call" : calls + " calls") + ", "
                            + state(view.state()),
                    Optional.empty(),
                    votes(view),
                    findings,
                    waiting.deadline(),
                    "no limit",
                    since(waiting, view.state()),
                    new Place.Proposal(created.proposalId()),
                    "Open the proposal",
                    Optional.of(new InboxRow.Quote(
                            "Their words, by " + sentences.name().apply(created.proposer()), created.description())));
        }

        private static Finding readable(CallReading reading) {
            return reading instanceof CallReading.Unreadable(var why)
                    ? Finding.of(Severity.HOLD, "A call cannot be read", why)
                    : Finding.of(
                            Severity.PASSED, "Every byte of the calldata is decoded", "The sentence is made from it");
        }

        private static String state(ProposalState state) {
            return switch (state) {
                case PENDING -> "not open yet";
                case ACTIVE -> "open";
                case SUCCEEDED -> "passed, to be queued";
                case QUEUED -> "in the timelock";
                case CANCELED, DEFEATED, EXPIRED, EXECUTED -> "over";
            };
        }

        private static String since(Waiting waiting, ProposalState state) {
            return waiting.since()
                    .map(since -> switch (state) {
                        case PENDING -> "opens " + Times.dateAndTime(since);
                        case QUEUED -> "ready " + Times.dateAndTime(since);
                        case ACTIVE, SUCCEEDED, CANCELED, DEFEATED, EXPIRED, EXECUTED ->
                            "since " + Times.dateAndTime(since);
                    })
                    .orElse("");
        }

        private static Standing votes(ProposalView view) {
            var proposal = view.proposal();
            var counted = proposal.forVotes().add(proposal.abstainVotes());
            return switch (view.state()) {
                case PENDING -> new Standing.Words("not open yet");
                case ACTIVE ->
                    new Standing.Counted(
                            counted.divide(TOKEN), view.quorum().divide(TOKEN), ofQuorum(counted, view.quorum()));
                case SUCCEEDED, QUEUED, CANCELED, DEFEATED, EXPIRED, EXECUTED ->
                    new Standing.Words("passed, " + millions(counted) + " counted");
            };
        }

        private static String ofQuorum(BigInteger counted, BigInteger quorum) {
            return millions(counted) + " of " + millions(quorum);
        }

        private static String millions(BigInteger units) {
            return Numbers.decimal(new BigDecimal(units, 24), 2, RoundingMode.DOWN) + '\u00A0' + "M";
        }

        private List<Finding> clashes(Origin origin, Known known, OpenSettings open) {
            return open.clashes(origin, known.view()).stream()
                    .map(clash -> {
                        var setting = clash.other().setting();
                        return Finding.of(
                                Severity.HOLD,
                                "It clashes with another change: "
                                        + ParameterWords.noun(setting.key(), setting.scope(), sentences.name()) + " to "
                                        + ParameterWords.value(
                                                setting.key(),
                                                CallSentences.unit(setting.key(), known),
                                                setting.value()),
                                "Together they break "
                                        + ParameterWords.rule(clash.violation().rule()));
                    })
                    .toList();
        }

        private InboxRow ofRegistry(Waiting waiting, ChangeView view, Known known, OpenSettings open) {
            var change = view.change();
            var unit = CallSentences.unit(change.key(), known);
            var verb = change.newValue().compareTo(change.expectedOld()) < 0 ? "Lower " : "Raise ";
            var findings = new ArrayList<>(clashes(new Origin.OfChange(view.changeId()), known, open));
            findings.add(
                    Finding.of(Severity.PASSED, "It is in the registry", "Read from its own events, value for value"));
            return new InboxRow(
                    "change-" + view.changeId(),
                    waiting.need(),
                    InboxRow.Kind.CHANGE,
                    verb + ParameterWords.noun(change.key(), change.scope(), sentences.name()) + " from "
                            + ParameterWords.value(change.key(), unit, change.expectedOld()) + " to "
                            + ParameterWords.value(change.key(), unit, change.newValue()),
                    "Change " + view.changeId() + ", by " + sentences.name().apply(change.proposer()),
                    Optional.empty(),
                    new Standing.Words(waiting.need() == Need.EXECUTE ? "delay over" : "in its delay"),
                    findings,
                    waiting.deadline(),
                    "no limit yet",
                    waiting.since()
                            .map(since ->
                                    (waiting.need() == Need.EXECUTE ? "since " : "ready ") + Times.dateAndTime(since))
                            .orElse(""),
                    new Place.ParameterChange(view.changeId()),
                    "Open the change",
                    Optional.empty());
        }

        private InboxRow ofTribunal(Waiting waiting, long caseId, Case opened, Known known) {
            var claim = opened.kind() == CaseKind.CLAIM ? claim(opened.refId(), known) : Optional.<ClaimView>empty();
            var asked = claim.map(view -> amount(view.claim().requested()));
            var sentence = claim.map(view -> "Claim " + opened.refId() + ": pay up to "
                            + Numbers.amountWithUnit(amount(view.claim().requested()), Rounding.DUE) + "?")
                    .orElse("Incident " + opened.refId() + ": did it happen?");
            return new InboxRow(
                    "case-" + caseId,
                    waiting.need(),
                    InboxRow.Kind.CLAIM,
                    sentence,
                    "DAO case " + caseId + incident(claim, known),
                    asked,
                    waiting.need() == Need.VOTE
                            ? new Standing.Hidden()
                            : new Standing.Words(waiting.need() == Need.LATER ? "evidence period" : "vote is over"),
                    List.of(),
                    waiting.deadline(),
                    waiting.need() == Need.LATER ? "not open yet" : "no limit",
                    waiting.since()
                            .map(since ->
                                    (waiting.need() == Need.LATER ? "opens " : "since ") + Times.dateAndTime(since))
                            .orElse(""),
                    opened.kind() == CaseKind.CLAIM
                            ? new Place.Claim(opened.refId())
                            : new Place.Incident(opened.refId()),
                    opened.kind() == CaseKind.CLAIM ? "Open the claim" : "Open the incident",
                    Optional.empty());
        }

        private static Optional<ClaimView> claim(long id, Known known) {
            return known.view().claims().stream()
                    .filter(view -> view.claimId() == id)
                    .findFirst();
        }

        private static TokenAmount amount(BigInteger units) {
            return SettlementAsset.amount(units);
        }

        private static String incident(Optional<ClaimView> claim, Known known) {
            return claim.map(view -> incident(view.claim(), known)).orElse("");
        }

        private static String incident(Claim claim, Known known) {
            return ", incident " + claim.incidentId()
                    + known.view().incidents().stream()
                            .filter(view -> view.incidentId() == claim.incidentId())
                            .findFirst()
                            .flatMap(view -> known.view().pool(view.incident().poolId()))
                            .map(PoolView::name)
                            .map(name -> ", " + name)
                            .orElse("");
        }

        private static InboxRow ofClaim(Waiting waiting, ClaimView view, Known known) {
            return new InboxRow(
                    "claim-" + view.claimId(),
                    waiting.need(),
                    InboxRow.Kind.CLAIM,
                    "Decide claim " + view.claimId() + ", which asks for "
                            + Numbers.amountWithUnit(amount(view.claim().requested()), Rounding.DUE),
                    "Council review" + incident(view.claim(), known),
                    Optional.of(amount(view.claim().requested())),
                    new Standing.Words("the council decides"),
                    List.of(),
                    waiting.deadline(),
                    "no limit",
                    "",
                    new Place.Claim(view.claimId()),
                    "Open the claim",
                    Optional.empty());
        }

        private static InboxRow ofIncident(Waiting waiting, IncidentView view, Known known) {
            return new InboxRow(
                    "incident-" + view.incidentId(),
                    waiting.need(),
                    InboxRow.Kind.CLAIM,
                    "Decide incident " + view.incidentId(),
                    "Council review"
                            + known.view()
                                    .pool(view.incident().poolId())
                                    .map(pool -> ", " + pool.name())
                                    .orElse(""),
                    Optional.empty(),
                    new Standing.Words("the council decides"),
                    List.of(),
                    waiting.deadline(),
                    "no limit",
                    "",
                    new Place.Incident(view.incidentId()),
                    "Open the incident",
                    Optional.empty());
        }
    }
}
