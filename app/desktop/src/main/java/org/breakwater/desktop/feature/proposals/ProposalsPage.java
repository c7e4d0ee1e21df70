package org.breakwater.desktop.feature.proposals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.Argument;
import org.breakwater.core.call.CallReading;
import org.breakwater.core.call.OpenSettings;
import org.breakwater.core.call.OpenSettings.Clash;
import org.breakwater.core.call.OpenSettings.Origin;
import org.breakwater.core.call.ParameterStep;
import org.breakwater.core.call.ParameterStep.Way;
import org.breakwater.core.follow.Known;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.projection.view.Change;
import org.breakwater.core.projection.view.ChangeView;
import org.breakwater.core.projection.view.ProposalState;
import org.breakwater.core.projection.view.ProposalView;
import org.breakwater.core.projection.view.TimelockOperation;
import org.breakwater.core.protocol.ChangeState;
import org.breakwater.core.rule.ParameterClash.Setting;
import org.breakwater.core.rule.ParameterConsistency;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Quotation;
import org.breakwater.desktop.feature.proposals.ProposalPage.Ballot;
import org.breakwater.desktop.feature.proposals.ProposalPage.Call;
import org.breakwater.desktop.feature.proposals.ProposalPage.Fact;
import org.breakwater.desktop.feature.proposals.ProposalPage.Group;
import org.breakwater.desktop.feature.proposals.ProposalPage.Tally;
import org.breakwater.desktop.kit.DiffRow.Direction;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.StateStepper.Progress;
import org.breakwater.desktop.kit.StateStepper.Step;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.ParameterWords;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.wording.CallSentences;
import org.breakwater.desktop.wording.Finding;
import org.breakwater.desktop.wording.ParameterDiff;

/// Every proposal and every change, newest first in their groups.
record ProposalsPage(List<ProposalPage> entries) {

    private static final BigInteger TOKEN = BigInteger.TEN.pow(18);

    Optional<ProposalPage> entry(Selection selection) {
        return entries.stream()
                .filter(entry -> entry.selection().equals(selection))
                .findFirst();
    }

    List<ProposalPage> entries(boolean open) {
        return entries.stream().filter(entry -> entry.group().isOpen() == open).toList();
    }

    static BigInteger wholeVotes(BigInteger units) {
        return units.divide(TOKEN);
    }

    /// `2.54 M of 4.00 M`
    static String ofQuorum(Tally tally) {
        return millions(tally.counted()) + " of " + millions(tally.quorum());
    }

    private static String millions(BigInteger units) {
        return Numbers.decimal(new BigDecimal(units, 24), 2, RoundingMode.DOWN) + '\u00A0' + "M";
    }

    /// Puts together what is known of proposals.
    record Maker(CallSentences sentences) {

        ProposalsPage page(Known known) {
            var open = OpenSettings.of(known.view(), sentences.calls());
            var entries = new ArrayList<ProposalPage>();
            var proposals = known.view().governance().proposals();
            for (int i = proposals.size() - 1; i >= 0; i--) {
                entries.add(new OfDao(proposals.get(i), i + 1, known, open).page());
            }
            var changes = known.view().changes();
            for (int i = changes.size() - 1; i >= 0; i--) {
                entries.add(new OfRegistry(changes.get(i), known, open).page());
            }
            entries.sort(Comparator.comparing(ProposalPage::group));
            return new ProposalsPage(entries);
        }

        private List<Finding> clashes(Origin origin, Known known, OpenSettings open) {
            return open.clashes(origin, known.view()).stream()
                    .map(clash -> clash(clash, known))
                    .toList();
        }

        private Finding clash(Clash clash, Known known) {
            var other = clash.other();
            var setting = other.setting();
            var what = ParameterWords.noun(setting.key(), setting.scope(), sentences.name()) + " to "
                    + ParameterWords.value(setting.key(), CallSentences.unit(setting.key(), known), setting.value());
            var who = number(other.origin(), known);
            return new Finding(
                    Severity.HOLD,
                    "Clashes with " + who.toLowerCase(Locale.ROOT) + ", which sets " + what,
                    "Each is legal alone. Together they break "
                            + ParameterWords.rule(clash.violation().rule())
                            + ". Whichever is executed first, the registry refuses the other.",
                    Optional.of(new Finding.Lead(
                            "Show " + who.toLowerCase(Locale.ROOT),
                            Selection.of(other.origin()).place())));
        }

        private static String number(Origin origin, Known known) {
            return switch (origin) {
                case Origin.OfChange(var id) -> "Change " + id;
                case Origin.OfProposal(var id) -> {
                    var proposals = known.view().governance().proposals();
                    for (int i = 0; i < proposals.size(); i++) {
                        if (proposals.get(i).proposal().created().proposalId().equals(id)) {
                            yield "Proposal " + (i + 1);
                        }
                    }
                    throw new IllegalStateException("there is no proposal " + id);
                }
            };
        }

        private static Finding rules(boolean clashes) {
            return clashes
                    ? Finding.of(
                            Severity.NOTE,
                            "Alone it breaks none of the " + ParameterConsistency.RULES.size() + " consistency rules",
                            "Checked here against the values in force")
                    : Finding.of(
                            Severity.PASSED,
                            "All " + ParameterConsistency.RULES.size() + " consistency rules hold after the change",
                            "Checked here against the values in force, and against everything else that is open");
        }

        private static Instant at(long seconds) {
            return Instant.ofEpochSecond(seconds);
        }

        private static String left(Known known, long until) {
            return Times.duration(Duration.between(known.block().time(), at(until)));
        }

        /// A proposal to the DAO.
        private final class OfDao {

            private final ProposalView view;
            private final int number;
            private final Known known;
            private final OpenSettings open;
            private final List<CallReading> readings;
            private final Selection selection;

            OfDao(ProposalView view, int number, Known known, OpenSettings open) {
                this.view = view;
                this.number = number;
                this.known = known;
                this.open = open;
                this.readings = OpenSettings.readings(view.proposal(), sentences.calls());
                this.selection = new Selection.OfDao(view.proposal().created().proposalId());
            }

            private boolean isOpen() {
                return OpenSettings.isOpen(view.state());
            }

            ProposalPage page() {
                var created = view.proposal().created();
                var calls = calls();
                return new ProposalPage(
                        selection,
                        group(),
                        "Proposal " + number,
                        isOpen() ? sentences.of(readings, known) : sentences.past(readings, known),
                        created.proposer(),
                        "Governor, " + (calls.size() == 1 ? "1 call" : Numbers.count(calls.size()) + " calls"),
                        created.description(),
                        summary(),
                        when(),
                        calls,
                        steps(),
                        Optional.of(tally()),
                        ballots(),
                        findings(calls),
                        deadline(),
                        deadlineIs(),
                        facts());
            }

            private Group group() {
                return switch (view.state()) {
                    case PENDING -> Group.TO_OPEN;
                    case ACTIVE -> Group.VOTING;
                    case SUCCEEDED -> Group.READY;
                    case QUEUED -> ready() <= known.time() ? Group.READY : Group.WAITING;
                    case EXECUTED -> Group.EXECUTED;
                    case CANCELED, DEFEATED, EXPIRED -> Group.FAILED;
                };
            }

            private long ready() {
                return view.operation().map(TimelockOperation::readyAt).orElse(0L);
            }

            private long opens() {
                return view.proposal().created().voteStart().longValueExact();
            }

            private Tally tally() {
                var proposal = view.proposal();
                return new Tally(proposal.forVotes(), proposal.againstVotes(), proposal.abstainVotes(), view.quorum());
            }

            private String summary() {
                return switch (view.state()) {
                    case PENDING -> "Voting opens " + Times.dateAndTime(at(opens()));
                    case ACTIVE -> ofQuorum(tally());
                    case SUCCEEDED -> "Passed, not queued";
                    case QUEUED -> ready() <= known.time() ? "In the timelock, delay over" : "In the timelock";
                    case EXECUTED -> "Executed";
                    case CANCELED -> "Taken back";
                    case DEFEATED -> lost();
                    case EXPIRED -> "Expired";
                };
            }

            private String lost() {
                return tally().counted().compareTo(view.quorum()) < 0
                        ? "Quorum missed, " + ofQuorum(tally())
                        : "More against than for";
            }

            private String when() {
                return switch (view.state()) {
                    case PENDING -> left(known, opens());
                    case ACTIVE -> left(known, view.proposal().deadline());
                    case SUCCEEDED ->
                        "since " + Times.dateAndTime(at(view.proposal().deadline()));
                    case QUEUED ->
                        ready() <= known.time() ? "since " + Times.dateAndTime(at(ready())) : left(known, ready());
                    case EXECUTED, CANCELED, DEFEATED, EXPIRED -> Times.date(at(opens()));
                };
            }

            private List<Call> calls() {
                var created = view.proposal().created();
                var calls = new ArrayList<Call>();
                for (int i = 0; i < readings.size(); i++) {
                    calls.add(call(
                            readings.get(i),
                            created.targets().get(i),
                            created.calldatas().get(i),
                            isOpen()));
                }
                return calls;
            }

            private Call call(CallReading reading, Address target, Bytes calldata, boolean isOpen) {
                var diff = ParameterStep.of(reading)
                        .filter(_ -> isOpen)
                        .flatMap(step -> ParameterDiff.of(
                                step.setting(), step.way(), Optional.empty(), true, known, sentences.name()));
                return new Call(
                        isOpen ? sentences.of(reading, known) : sentences.past(reading, known),
                        target,
                        reading instanceof CallReading.Understood understood
                                ? understood.contract() + "."
                                        + understood.call().function()
                                : "",
                        reading instanceof CallReading.Understood understood
                                ? understood.call().arguments().stream()
                                        .map(this::argument)
                                        .toList()
                                : List.of(),
                        calldata,
                        diff,
                        reading instanceof CallReading.Unreadable(var why) ? Optional.of(why) : Optional.empty());
            }

            private ProposalPage.Argument argument(Argument argument) {
                return new ProposalPage.Argument(
                        argument.name(),
                        argument.type().canonical(),
                        registered(argument).orElseGet(() -> written(argument.value())),
                        argument.span().from());
            }

            /// The words of the registry's own keys and scopes.
            private static Optional<String> registered(Argument argument) {
                if (!(argument.value() instanceof AbiValue.Binary(var bytes)) || bytes.length() != Hash32.LENGTH) {
                    return Optional.empty();
                }
                return switch (argument.name()) {
                    case "key" -> ParameterWords.key(new Hash32(bytes)).map(Enum::name);
                    case "scope" -> Optional.of(new ParameterScope(new Hash32(bytes)).toString());
                    default -> Optional.empty();
                };
            }

            private String written(AbiValue value) {
                return switch (value) {
                    case AbiValue.Whole(var whole) -> Numbers.count(whole);
                    case AbiValue.Flag(var flag) -> Boolean.toString(flag);
                    case AbiValue.Account(var account) -> sentences.name().apply(account) + ", " + account;
                    case AbiValue.Binary(var bytes) -> bytes.toHex();
                    case AbiValue.Text(var text) -> Quotation.of(text);
                    case AbiValue.Items(var items) -> joined(items);
                    case AbiValue.Tuple(var components) -> joined(components);
                };
            }

            private String joined(List<AbiValue> values) {
                return values.stream().map(this::written).collect(Collectors.joining("; ", "[", "]"));
            }

            private List<Step> steps() {
                var vote = view.proposal();
                var state = view.state();
                var opened = new Step(
                        "Pending",
                        "opens " + Times.dateAndTime(at(opens())),
                        state == ProposalState.PENDING ? Progress.NOW : Progress.DONE);
                var voting = "until " + Times.dateAndTime(at(vote.deadline()));
                return switch (state) {
                    case CANCELED ->
                        List.of(new Step("Pending", Progress.DONE), new Step("Taken back", Progress.FAILED));
                    case DEFEATED, EXPIRED ->
                        List.of(
                                opened,
                                new Step("Voting", voting, Progress.DONE),
                                new Step("Defeated", lost(), Progress.FAILED));
                    case PENDING, ACTIVE, SUCCEEDED, QUEUED, EXECUTED -> {
                        var at = List.of(
                                        ProposalState.PENDING,
                                        ProposalState.ACTIVE,
                                        ProposalState.SUCCEEDED,
                                        ProposalState.QUEUED,
                                        ProposalState.EXECUTED)
                                .indexOf(state);
                        var eta = view.operation()
                                .map(operation -> "ready " + Times.dateAndTime(at(operation.readyAt())))
                                .orElse("");
                        yield List.of(
                                opened,
                                new Step("Voting", voting, progress(1, at)),
                                new Step("Passed", progress(2, at)),
                                new Step("In the timelock", eta, progress(3, at)),
                                new Step("Executed", state == ProposalState.EXECUTED ? Progress.DONE : Progress.AHEAD));
                    }
                };
            }

            private static Progress progress(int step, int at) {
                if (step == at) {
                    return Progress.NOW;
                }
                return step < at ? Progress.DONE : Progress.AHEAD;
            }

            private List<Ballot> ballots() {
                return known.view().governance().votes(view.proposal().created().proposalId()).stream()
                        .map(cast -> new Ballot(
                                cast.voter(),
                                choice(cast.vote().support()),
                                cast.vote().weight(),
                                cast.vote().reason(),
                                at(cast.vote().at())))
                        .toList();
            }

            private static String choice(int support) {
                return switch (support) {
                    case 0 -> "Against";
                    case 1 -> "For";
                    default -> "Abstain";
                };
            }

            private List<Finding> findings(List<Call> calls) {
                var findings = new ArrayList<Finding>();
                for (int i = 0; i < calls.size(); i++) {
                    var call = calls.get(i);
                    var which = calls.size() == 1 ? "The call" : "Call " + (i + 1);
                    call.unreadable()
                            .ifPresent(why -> findings.add(Finding.of(Severity.HOLD, which + " cannot be read", why)));
                    call.diff().ifPresent(diff -> addDiff(findings, which, diff));
                }
                if (calls.stream().allMatch(call -> call.unreadable().isEmpty())) {
                    findings.add(Finding.of(
                            Severity.PASSED,
                            "Every byte of the calldata is decoded",
                            "Against the interfaces of the contracts that it goes to"));
                }
                if (isOpen()) {
                    var clashes = clashes(selection.origin(), known, open);
                    findings.addAll(clashes);
                    var steps = calls.stream().anyMatch(call -> call.diff().isPresent());
                    var refused = calls.stream()
                            .anyMatch(call ->
                                    call.diff().flatMap(ParameterDiff::refusal).isPresent());
                    if (steps && !refused) {
                        findings.add(rules(!clashes.isEmpty()));
                    }
                }
                findings.sort(Comparator.comparing(Finding::severity));
                return findings;
            }

            private static void addDiff(List<Finding> findings, String which, ParameterDiff diff) {
                diff.refusal()
                        .ifPresent(why -> findings.add(
                                Finding.of(Severity.HOLD, which + " would be refused by the registry", why)));
                if (diff.direction() == Direction.LOOSENS) {
                    findings.add(Finding.of(
                            Severity.NOTE,
                            which + " loosens a limit",
                            diff.name() + ", " + diff.written().step()));
                }
            }

            private Optional<Instant> deadline() {
                return switch (view.state()) {
                    case PENDING -> Optional.of(at(opens()));
                    case ACTIVE -> Optional.of(at(view.proposal().deadline()));
                    case QUEUED -> view.operation().map(operation -> at(operation.readyAt()));
                    case SUCCEEDED, EXECUTED, CANCELED, DEFEATED, EXPIRED -> Optional.empty();
                };
            }

            private String deadlineIs() {
                return switch (view.state()) {
                    case PENDING -> "Voting opens in";
                    case ACTIVE -> "Closes in";
                    case QUEUED -> "Timelock ends in";
                    case SUCCEEDED, EXECUTED, CANCELED, DEFEATED, EXPIRED -> "";
                };
            }

            private List<Fact> facts() {
                var facts = new ArrayList<Fact>();
                facts.add(new Fact("Votes counted at", Times.dateAndTime(at(opens()))));
                var delay = known.view().governance().timelockDelay();
                if (view.state() == ProposalState.PENDING || view.state() == ProposalState.ACTIVE) {
                    facts.add(new Fact(
                            "Can be queued",
                            Times.dateAndTime(at(view.proposal().deadline()))));
                    facts.add(new Fact(
                            "Timelock ends",
                            Times.dateAndTime(at(view.proposal().deadline() + delay))));
                    facts.add(new Fact("In force when executed", "by anyone"));
                }
                view.operation()
                        .ifPresent(operation ->
                                facts.add(new Fact("Timelock ends", Times.dateAndTime(at(operation.readyAt())))));
                return facts;
            }
        }

        /// A change of the parameter registry.
        private final class OfRegistry {

            private final ChangeView view;
            private final Change change;
            private final Known known;
            private final OpenSettings open;
            private final Selection selection;

            OfRegistry(ChangeView view, Known known, OpenSettings open) {
                this.view = view;
                this.change = view.change();
                this.known = known;
                this.open = open;
                this.selection = new Selection.OfRegistry(view.changeId());
            }

            ProposalPage page() {
                var setting = new Setting(change.key(), change.scope(), change.newValue());
                var diff = ParameterDiff.of(
                        setting,
                        change.byDao() ? Way.PROPOSED_BY_DAO : Way.PROPOSED,
                        Optional.of(change.expectedOld()),
                        change.state() == ChangeState.PENDING,
                        known,
                        sentences.name());
                var call = new Call(
                        title(),
                        sentences.deployment().address("ParameterRegistry"),
                        "",
                        List.of(),
                        Bytes.EMPTY,
                        diff,
                        Optional.empty());
                return new ProposalPage(
                        selection,
                        group(),
                        "Change " + view.changeId(),
                        title(),
                        change.proposer(),
                        change.byDao() ? "decided by the DAO" : "in the parameter registry",
                        "",
                        summary(),
                        when(),
                        List.of(call),
                        steps(),
                        Optional.empty(),
                        List.of(),
                        findings(diff),
                        change.state() == ChangeState.PENDING
                                ? Optional.of(at(isReady() ? change.expiry() : change.eta()))
                                : Optional.empty(),
                        isReady() ? "Expires in" : "Can be executed in",
                        List.of(
                                new Fact("Proposed", Times.dateAndTime(at(change.proposedAt()))),
                                new Fact("Can be executed from", Times.dateAndTime(at(change.eta()))),
                                new Fact("Expires", Times.dateAndTime(at(change.expiry()))),
                                new Fact("Executed", "by anyone")));
            }

            private String title() {
                var unit = CallSentences.unit(change.key(), known);
                var verb = change.newValue().compareTo(change.expectedOld()) < 0 ? "Lower " : "Raise ";
                return verb + ParameterWords.noun(change.key(), change.scope(), sentences.name()) + " from "
                        + ParameterWords.value(change.key(), unit, change.expectedOld()) + " to "
                        + ParameterWords.value(change.key(), unit, change.newValue());
            }

            private boolean isReady() {
                return change.state() == ChangeState.PENDING && change.eta() <= known.time();
            }

            private Group group() {
                return switch (change.state()) {
                    case PENDING -> isReady() ? Group.READY : Group.WAITING;
                    case EXECUTED -> Group.EXECUTED;
                    case CANCELLED, EXPIRED, NONE -> Group.FAILED;
                };
            }

            private String summary() {
                return switch (change.state()) {
                    case PENDING -> isReady() ? "Delay over, anyone may execute" : "Waits for its delay";
                    case EXECUTED -> "Executed";
                    case CANCELLED -> "Cancelled";
                    case EXPIRED -> "Expired, never executed";
                    case NONE -> "Unknown";
                };
            }

            private String when() {
                return switch (change.state()) {
                    case PENDING -> isReady() ? left(known, change.expiry()) + " left" : left(known, change.eta());
                    case EXECUTED, CANCELLED, EXPIRED, NONE -> Times.date(at(change.proposedAt()));
                };
            }

            private List<Step> steps() {
                var proposed = new Step("Proposed", Times.dateAndTime(at(change.proposedAt())), Progress.DONE);
                var ready = "from " + Times.dateAndTime(at(change.eta()));
                return switch (change.state()) {
                    case PENDING ->
                        List.of(
                                proposed,
                                new Step(
                                        "In its delay",
                                        isReady() ? "" : "until " + Times.dateAndTime(at(change.eta())),
                                        isReady() ? Progress.DONE : Progress.NOW),
                                new Step("Ready", ready, isReady() ? Progress.NOW : Progress.AHEAD),
                                new Step("Executed", Progress.AHEAD));
                    case EXECUTED ->
                        List.of(proposed, new Step("Ready", ready, Progress.DONE), new Step("Executed", Progress.DONE));
                    case CANCELLED -> List.of(proposed, new Step("Cancelled", Progress.FAILED));
                    case EXPIRED, NONE ->
                        List.of(
                                proposed,
                                new Step("Ready", ready, Progress.DONE),
                                new Step("Expired", Times.dateAndTime(at(change.expiry())), Progress.FAILED));
                };
            }

            private List<Finding> findings(Optional<ParameterDiff> diff) {
                var findings = new ArrayList<Finding>();
                if (change.state() == ChangeState.PENDING) {
                    var clashes = clashes(selection.origin(), known, open);
                    findings.addAll(clashes);
                    diff.flatMap(ParameterDiff::refusal)
                            .ifPresentOrElse(
                                    why -> findings.add(
                                            Finding.of(Severity.HOLD, "It would be refused by the registry", why)),
                                    () -> findings.add(rules(!clashes.isEmpty())));
                    diff.filter(row -> row.direction() == Direction.LOOSENS)
                            .ifPresent(row -> findings.add(Finding.of(
                                    Severity.NOTE,
                                    "It loosens a limit",
                                    row.name() + ", " + row.written().step())));
                    var inForce = known.view().parameterBook().inForce(change.key(), change.scope());
                    findings.add(
                            inForce.equals(Optional.of(change.expectedOld()))
                                    ? Finding.of(
                                            Severity.PASSED,
                                            "The value in force is the one that it starts from",
                                            "The registry refuses it otherwise")
                                    : Finding.of(
                                            Severity.HOLD,
                                            "The value in force is another than the one that it starts from",
                                            "The registry refuses it"));
                }
                findings.sort(Comparator.comparing(Finding::severity));
                return findings;
            }
        }
    }
}
