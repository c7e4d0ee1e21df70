package org.breakwater.desktop.feature.inbox;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.activity.Area;
import org.breakwater.core.activity.Due;
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
import org.breakwater.core.text.TextLibrary;
import org.breakwater.core.value.TokenAmount;
import org.breakwater.desktop.event.DueWords;
import org.breakwater.desktop.event.EventNames;
import org.breakwater.desktop.feature.inbox.InboxRow.Standing;
import org.breakwater.desktop.feature.inbox.InboxRow.When;
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
        return rows.stream().filter(row -> row.need().isUrgent()).count();
    }

    Optional<Instant> nextDeadline() {
        return rows.stream().flatMap(row -> row.deadline().stream()).min(Comparator.naturalOrder());
    }

    /// Puts together what waits.
    ///
    /// @param reviews of the Safes' transactions
    /// @param texts what people wrote
    record Maker(CallSentences sentences, Reviews reviews, TextLibrary texts) {

        InboxPage page(Known known, Optional<Council> council, Optional<String> problem) {
            var open = OpenSettings.of(known.view(), sentences.calls());
            var inbox = Inbox.of(known, council);
            var names = EventNames.of(known, sentences.name(), texts);
            var missing = problem.or(() -> council.stream()
                    .flatMap(read -> read.queueProblems().stream())
                    .map(Object::toString)
                    .findFirst());
            return new InboxPage(
                    inbox.waiting().stream()
                            .map(one -> row(one, known, open, names))
                            .toList(),
                    missing);
        }

        private InboxRow row(Waiting waiting, Known known, OpenSettings open, EventNames names) {
            return switch (waiting.subject()) {
                case Subject.OfSafe subject -> ofSafe(waiting, subject, known);
                case Subject.OfDao subject -> ofDao(waiting, subject, known, open);
                case Subject.OfRegistry(var change) -> ofRegistry(waiting, change, known, open);
                case Subject.OfTribunal(var view) -> ofTribunal(waiting, view.caseId(), view.case_(), known);
                case Subject.OfClaim(var claim) -> ofClaim(waiting, claim, known);
                case Subject.OfIncident(var incident) -> ofIncident(waiting, incident, known);
                case Subject.OfDue(var due) -> ofDue(waiting, due, known, names);
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
                    waiting.subject().key(),
                    waiting.fact(),
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
                    when(waiting, known, blocked ? "never" : "no limit", blocked ? "not signable" : position(subject)),
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
                    waiting.subject().key(),
                    waiting.fact(),
                    waiting.need(),
                    InboxRow.Kind.PROPOSAL,
                    sentences.of(readings, known),
                    "Proposal " + subject.number() + ", " + (calls == 1 ? "1 call" : calls + " calls") + ", "
                            + state(view.state()),
                    Optional.empty(),
                    votes(view),
                    findings,
                    when(waiting, known, "no limit", since(waiting, view.state())),
                    new Place.Proposal(created.proposalId()),
                    actOnProposal(waiting),
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
            return since(waiting, state == ProposalState.PENDING ? "opens" : "ready");
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
                    waiting.subject().key(),
                    waiting.fact(),
                    waiting.need(),
                    InboxRow.Kind.CHANGE,
                    verb + ParameterWords.noun(change.key(), change.scope(), sentences.name()) + " from "
                            + ParameterWords.value(change.key(), unit, change.expectedOld()) + " to "
                            + ParameterWords.value(change.key(), unit, change.newValue()),
                    "Change " + view.changeId() + ", by " + sentences.name().apply(change.proposer()),
                    Optional.empty(),
                    new Standing.Words(waiting.need() == Need.EXECUTE ? "delay over" : "in its delay"),
                    findings,
                    when(waiting, known, "no limit yet", since(waiting, "ready")),
                    new Place.ParameterChange(view.changeId()),
                    waiting.need() == Need.EXECUTE ? "Open the change to execute it" : "Open the change",
                    Optional.empty());
        }

        private InboxRow ofTribunal(Waiting waiting, long caseId, Case opened, Known known) {
            var isOnClaim = opened.kind() == CaseKind.CLAIM;
            var claim = isOnClaim ? claim(opened.refId(), known) : Optional.<ClaimView>empty();
            return new InboxRow(
                    waiting.subject().key(),
                    waiting.fact(),
                    waiting.need(),
                    InboxRow.Kind.CLAIM,
                    question(waiting, opened, claim),
                    "DAO case " + caseId + incident(claim, known),
                    claim.map(view -> amount(view.claim().requested())),
                    switch (waiting.need()) {
                        case VOTE -> new Standing.Hidden();
                        case WINDOW -> new Standing.Words("evidence period");
                        case EXECUTE -> new Standing.Words("vote is over");
                        case LATER, SIGN, CONFLICT -> new Standing.Words("not open yet");
                    },
                    List.of(),
                    when(
                            waiting,
                            known,
                            waiting.need() == Need.LATER ? "not open yet" : "no limit",
                            since(waiting, "opens")),
                    isOnClaim ? new Place.Claim(opened.refId()) : new Place.Incident(opened.refId()),
                    actOnCase(waiting, isOnClaim ? "claim" : "incident"),
                    Optional.empty());
        }

        private static String question(Waiting waiting, Case opened, Optional<ClaimView> claim) {
            var asked = claim.map(view -> "Claim " + opened.refId() + ": pay up to "
                            + Numbers.amountWithUnit(amount(view.claim().requested()), Rounding.DUE) + "?")
                    .orElse("Incident " + opened.refId() + ": did it happen?");
            return switch (waiting.need()) {
                case WINDOW -> "Evidence is taken. " + asked;
                case EXECUTE -> "Close the vote. " + asked;
                case VOTE, LATER, SIGN, CONFLICT -> asked;
            };
        }

        private static String actOnCase(Waiting waiting, String matter) {
            return "Open the " + matter
                    + switch (waiting.need()) {
                        case VOTE -> " to vote";
                        case WINDOW -> " to add evidence";
                        case EXECUTE -> " to close the vote";
                        case LATER, SIGN, CONFLICT -> "";
                    };
        }

        private static String actOnProposal(Waiting waiting) {
            return "Open the proposal"
                    + switch (waiting.task().orElseThrow()) {
                        case QUEUE_PROPOSAL -> " to queue it";
                        case EXECUTE_PROPOSAL -> waiting.need() == Need.EXECUTE ? " to execute it" : "";
                        default -> waiting.need() == Need.VOTE ? " to vote" : "";
                    };
        }

        /// What is due of the rest, in the words of the list of what is due.
        private static InboxRow ofDue(Waiting waiting, Due due, Known known, EventNames names) {
            return new InboxRow(
                    waiting.subject().key(),
                    waiting.fact(),
                    waiting.need(),
                    kind(due.area()),
                    DueWords.title(due, names),
                    DueWords.detail(due),
                    due.amount().map(SettlementAsset::amount),
                    new Standing.Words(
                            switch (waiting.need()) {
                                case EXECUTE -> "can be done";
                                case WINDOW -> "closes by itself";
                                case LATER -> "not yet";
                                case SIGN, VOTE, CONFLICT -> "waits";
                            }),
                    List.of(),
                    when(waiting, known, waiting.need() == Need.LATER ? "not yet" : "no limit", since(waiting, "from")),
                    DueWords.place(due),
                    act(DueWords.place(due)),
                    Optional.empty());
        }

        private static String act(Place place) {
            return switch (place) {
                case Place.Claim _ -> "Open the claim";
                case Place.Incident _ -> "Open the incident";
                case Place.Pool _ -> "Open the redemption queue";
                case Place.Treasury _ -> "Open the treasury";
                case Place.Emergency _ -> "Open the stops";
                case Place.Policies _ -> "Open the policies";
                default -> "Open";
            };
        }

        private static InboxRow.Kind kind(Area area) {
            return switch (area) {
                case CLAIMS -> InboxRow.Kind.CLAIM;
                case GOVERNANCE -> InboxRow.Kind.PROPOSAL;
                case POLICIES -> InboxRow.Kind.POLICY;
                case POOLS -> InboxRow.Kind.POOL;
                case TREASURY -> InboxRow.Kind.MONEY;
                case EMERGENCY -> InboxRow.Kind.PAUSE;
            };
        }

        private static When when(Waiting waiting, Known known, String limit, String under) {
            return When.of(waiting, Instant.ofEpochSecond(known.time()), limit, under);
        }

        /// @param later what leads a moment that lies ahead
        private static String since(Waiting waiting, String later) {
            return waiting.since()
                    .map(since -> (waiting.need() == Need.LATER ? later : "since") + " " + Times.dateAndTime(since))
                    .orElse("");
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
                    waiting.subject().key(),
                    waiting.fact(),
                    waiting.need(),
                    InboxRow.Kind.CLAIM,
                    "Decide claim " + view.claimId() + ", which asks for "
                            + Numbers.amountWithUnit(amount(view.claim().requested()), Rounding.DUE),
                    "Council review" + incident(view.claim(), known),
                    Optional.of(amount(view.claim().requested())),
                    new Standing.Words("the council decides"),
                    List.of(),
                    when(waiting, known, "no limit", ""),
                    new Place.Claim(view.claimId()),
                    "Open the claim to decide it",
                    Optional.empty());
        }

        private static InboxRow ofIncident(Waiting waiting, IncidentView view, Known known) {
            return new InboxRow(
                    waiting.subject().key(),
                    waiting.fact(),
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
                    when(waiting, known, "no limit", ""),
                    new Place.Incident(view.incidentId()),
                    "Open the incident to decide it",
                    Optional.empty());
        }
    }
}
