package org.breakwater.core.keeping;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.breakwater.core.activity.Area;
import org.breakwater.core.activity.Due;
import org.breakwater.core.activity.Due.Task;
import org.breakwater.core.activity.DueList;
import org.breakwater.core.follow.Known;
import org.breakwater.core.governor.AccountCall;
import org.breakwater.core.governor.DaoCalls;
import org.breakwater.core.governor.ProposalActions;
import org.breakwater.core.keeping.Readings.Reading;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.projection.UpkeepView;
import org.breakwater.core.projection.view.BoundAdapter;
import org.breakwater.core.projection.view.IncidentView;
import org.breakwater.core.projection.view.PolicyView;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.projection.view.SeriesView;
import org.breakwater.core.protocol.AssertionState;
import org.breakwater.core.protocol.ModuleName;
import org.breakwater.core.protocol.PolicyState;
import org.breakwater.core.protocol.SeriesState;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Word;

/// The calls that anybody may make for what is due. The list of what is due is the one that the window shows; here each
/// entry becomes the calls that do it. What only somebody with a role or a right of their own can do has none.
public final class DueActions {

    /// Covers, policies or accounts in one call.
    private static final int AT_ONCE = 20;

    /// Requests of a redemption queue in one call.
    private static final long REQUESTS = 20;

    private final Known known;
    private final Address governor;
    private final ProtocolView view;
    private final UpkeepView upkeep;
    private final Readings readings;
    private final List<DueAction> actions = new ArrayList<>();

    private DueActions(Known known, Address governor, List<Report> reports) {
        this.known = known;
        this.governor = governor;
        this.view = known.view();
        this.upkeep = known.view().upkeep();
        this.readings = new Readings(upkeep, reports);
    }

    /// Everything that is due or will be within a month, the most urgent first.
    ///
    /// @param governor of the DAO
    /// @param reports that signers gave
    /// @param watch what readings of the covered contracts say
    public static List<DueAction> of(Known known, Address governor, List<Report> reports, List<Anomaly> watch) {
        var found = new DueActions(known, governor, reports);
        DueList.of(known).forEach(found::add);
        found.reported();
        found.actions.addAll(Detections.of(known, reports, watch));
        return found.actions.stream().sorted(DueAction.ORDER).toList();
    }

    /// The calls that do one thing that is due; none where it takes a role, or a right of one's own.
    public static List<DueAction> of(Known known, Address governor, Due due) {
        var found = new DueActions(known, governor, List.of());
        found.add(due);
        return List.copyOf(found.actions);
    }

    private void add(Due due) {
        var id = due.number();
        switch (due.task()) {
            case CONFIRM_INCIDENT -> incident(id).ifPresent(found -> confirm(due, found));
            case LAPSE_INCIDENT ->
                move(
                        due,
                        "lapse",
                        "Let incident " + id + " lapse",
                        "Nobody confirmed it in time; its reserve is freed.");
            case SETTLE_INCIDENT ->
                move(
                        due,
                        "startSettling",
                        "Settle incident " + id,
                        "Nobody challenged it in time, so that claims on it are decided by arithmetic.");
            case CLOSE_INCIDENT ->
                move(
                        due,
                        "close",
                        "Close incident " + id,
                        "Its time for claims is over and none is open; what is unused goes back to the pool.");
            case REOPEN_INCIDENT ->
                move(due, "reopen", "Send incident " + id + " back to a vote", "The council did not answer in time.");
            case ESCALATE_INCIDENT ->
                move(
                        due,
                        "escalateQuarantined",
                        "Send incident " + id + " to people",
                        "An adapter that it rests on is quarantined.");
            case RELEASE_RESERVE -> incident(id).ifPresent(found -> release(due, found));
            case SETTLE_COVERS -> incident(id).ifPresent(found -> settleCovers(due, found));
            case RESOLVE_CLAIM ->
                claim(
                        due,
                        "resolve",
                        "Apply the decision to claim " + id,
                        "It was made before its incident was decided.");
            case REOPEN_CLAIM ->
                claim(due, "reopen", "Send claim " + id + " back to a vote", "The council did not answer in time.");
            case EXPIRE_CLAIM ->
                claim(due, "expire", "Expire claim " + id, "Its time to be paid is over; its cover is freed.");
            case FINALISE_CLAIM ->
                module(ModuleName.CLAIMS)
                        .ifPresent(claims -> add(
                                due,
                                UpkeepCalls.finalise(claims, id.longValueExact()),
                                "Make the denial of claim " + id + " final",
                                "Its time to appeal is over; its cover is freed."));
            case PAY_CLAIM ->
                module(ModuleName.CLAIMS)
                        .ifPresent(claims -> addMeasured(
                                due,
                                UpkeepCalls.pay(claims, id.longValueExact()),
                                "Pay claim " + id,
                                "It is granted and its time has come; the money goes to the claimant."));
            case CLOSE_CASE ->
                module(ModuleName.TRIBUNAL)
                        .ifPresent(tribunal -> add(
                                due,
                                UpkeepCalls.closeCase(tribunal, id.longValueExact()),
                                "Close the vote of case " + id,
                                "Voting is over; closing it counts the votes and applies the verdict."));
            case EXECUTE_CHANGE ->
                module(ModuleName.PARAMETERS)
                        .ifPresent(parameters -> add(
                                due,
                                UpkeepCalls.executeChange(parameters, id.longValueExact()),
                                "Execute change " + id,
                                "Its delay is over; after its expiry it would be void."));
            case QUEUE_PROPOSAL, EXECUTE_PROPOSAL -> proposal(due);
            case FILL_REDEMPTIONS ->
                pool(id).ifPresent(pool -> addMeasured(
                        due,
                        UpkeepCalls.processQueue(pool.pool(), REQUESTS),
                        "Fill the redemption queue of pool " + id,
                        "Requests are old enough and the pool can do without what they ask for."));
            case COLLECT_REDEMPTION -> pool(id).ifPresent(pool -> collect(due, pool));
            case UPDATE_LEVEL -> pool(id).ifPresent(pool -> levels(due, pool));
            case PASS_FORFEITS -> forfeits(due);
            case SETTLE_SERIES -> series(id).ifPresent(series -> settleSeries(due, series));
            case REDEEM_SERIES -> redeem(due);
            case CLOSE_SERIES ->
                module(ModuleName.SERIES)
                        .ifPresent(series -> add(
                                due,
                                UpkeepCalls.closeSeries(series, id),
                                "Close series " + id,
                                "Its time to redeem is over; what is left goes back to the pool."));
            case CLOSE_POLICIES -> policies(due);
            case TAKE_SAMPLE -> samples(due);
            case DECIDE_ASSERTION -> assertions(due);
            case ENFORCE_SUBJECT -> enforce(due);
            case UPDATE_PEG ->
                module(ModuleName.TREASURY)
                        .ifPresent(treasury -> add(
                                due,
                                UpkeepCalls.pokePeg(treasury, address(id)),
                                "Update the peg of " + address(id),
                                "Its price says another state than the treasury remembers."));
            case SETTLE_PREMIUM ->
                module(ModuleName.ACCOUNT_COVER)
                        .ifPresent(cover -> addMeasured(
                                due,
                                UpkeepCalls.settlePremium(cover, address(id)),
                                "Settle the premium of " + address(id),
                                "Its accounts have used a week's premium, which pool and treasury do not have yet."));
            case LAPSE_COVER -> lapse(due);
            case RELEASE_COVER -> releaseCover(due);
            case TOP_UP_INTEGRATOR ->
                module(ModuleName.ACCOUNT_COVER)
                        .ifPresent(cover -> addMeasured(
                                due,
                                UpkeepCalls.payCover(address(id), cover),
                                "Have " + address(id) + " pay its cover ahead",
                                "Its prepaid premium ends soon; a vault like the example pays it from its assets."));
            case CHALLENGE_INCIDENT,
                    SUBMIT_CLAIMS,
                    REVIEW_INCIDENT,
                    REVIEW_CLAIM,
                    APPEAL_CLAIM,
                    ADD_EVIDENCE,
                    VOTE_IN_CASE,
                    VOTE_ON_PROPOSAL,
                    EXECUTE_OPERATION,
                    PAUSE_ENDS,
                    RECALL_FROM_VENUE,
                    DETECT_INCIDENT -> {}
        }
    }

    private void add(Due due, AccountCall call, String what, String why) {
        actions.add(new DueAction(due, call, what, why, false));
    }

    private void addMeasured(Due due, AccountCall call, String what, String why) {
        actions.add(new DueAction(due, call, what, why, true));
    }

    private Optional<Address> module(ModuleName name) {
        return view.module(name);
    }

    private Optional<IncidentView> incident(BigInteger id) {
        return view.incidents().stream()
                .filter(found -> BigInteger.valueOf(found.incidentId()).equals(id))
                .findFirst();
    }

    private Optional<PoolView> pool(BigInteger id) {
        return view.pool(id.longValueExact());
    }

    private Optional<SeriesView> series(BigInteger id) {
        return view.series().stream()
                .filter(found -> found.seriesId().equals(id))
                .findFirst();
    }

    // ── incidents ──────────────────────────────────────────────────────────────────────────────────────────────

    private void move(Due due, String function, String what, String why) {
        module(ModuleName.INCIDENTS)
                .ifPresent(incidents -> add(
                        due, UpkeepCalls.move(incidents, function, due.number().longValueExact()), what, why));
    }

    private void release(Due due, IncidentView found) {
        module(ModuleName.INCIDENTS)
                .ifPresent(incidents -> view.pool(found.incident().poolId())
                        .ifPresent(pool -> add(
                                due,
                                UpkeepCalls.release(incidents, pool.pool(), found.incidentId()),
                                "Release what incident " + found.incidentId() + " holds back",
                                "It is over, and the pool could not be given its reserve back then.")));
    }

    /// By each adapter that is bound to its subject: one of them was first, and any of them can be second.
    private void confirm(Due due, IncidentView found) {
        var incident = found.incident();
        readings.of(incident.poolId(), incident.subjectId())
                .forEach(reading -> module(ModuleName.INCIDENTS)
                        .ifPresent(incidents -> add(
                                due,
                                UpkeepCalls.confirm(incidents, found.incidentId(), reading.adapter(), reading.data()),
                                "Confirm incident " + found.incidentId(),
                                "A second reading of " + reading.adapter()
                                        + " can confirm it; unconfirmed it lapses.")));
    }

    private void samples(Due due) {
        upkeep.adapters().stream()
                .filter(bound -> BigInteger.valueOf(bound.subjectId()).equals(due.number()) && bound.takesSamples())
                .forEach(bound -> add(
                        due,
                        UpkeepCalls.sample(bound.adapter(), bound.subjectId()),
                        "Take a sample of subject " + bound.subjectId(),
                        "Without samples the adapter has nothing to compare a loss with."));
    }

    private void assertions(Due due) {
        upkeep.assertions().stream()
                .filter(found -> BigInteger.valueOf(found.assertionId()).equals(due.number()))
                .forEach(found -> {
                    var undisputed = found.assertion().state() == AssertionState.ASSERTED;
                    add(
                            due,
                            UpkeepCalls.decide(
                                    found.adapter(), undisputed ? "uphold" : "voidDispute", found.assertionId()),
                            (undisputed ? "Uphold" : "Void") + " assertion " + found.assertionId(),
                            undisputed
                                    ? "Nobody disputed it in time; its bond goes back."
                                    : "Nobody resolved the dispute in time; both bonds go back.");
                });
    }

    // ── claims ─────────────────────────────────────────────────────────────────────────────────────────────────

    private void claim(Due due, String function, String what, String why) {
        module(ModuleName.CLAIMS)
                .ifPresent(claims -> add(
                        due,
                        UpkeepCalls.moveClaim(claims, function, due.number().longValueExact()),
                        what,
                        why));
    }

    private void settleCovers(Due due, IncidentView found) {
        var incident = found.incident();
        var covers =
                upkeep.unclaimed(found.incidentId(), incident.poolId(), incident.subjectId(), incident.occurredAt());
        module(ModuleName.CLAIMS)
                .ifPresent(claims -> parts(covers)
                        .forEach(part -> addMeasured(
                                due,
                                UpkeepCalls.settleCovers(claims, found.incidentId(), part),
                                "Make the claims of incident " + found.incidentId() + " for " + part.size()
                                        + (part.size() == 1 ? " cover" : " covers"),
                                "Who was insured then is paid without asking, up to the automatic limit.")));
    }

    private static <T> List<List<T>> parts(List<T> all) {
        var parts = new ArrayList<List<T>>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            parts.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
        return parts;
    }

    // ── pools ──────────────────────────────────────────────────────────────────────────────────────────────────

    private void collect(Due due, PoolView pool) {
        for (var owed : upkeep.owed(pool.pool())) {
            addMeasured(
                    of(due, owed.amount()),
                    UpkeepCalls.collect(pool.pool(), owed.account()),
                    "Pay " + owed.account() + " what pool " + pool.poolId() + " set aside",
                    "Its redemption is filled; the money goes to nobody else.");
        }
    }

    private static Due of(Due due, BigInteger amount) {
        return new Due(due.task(), due.area(), due.number(), Optional.of(amount), due.from(), due.until());
    }

    private void levels(Due due, PoolView pool) {
        for (var subject : upkeep.relevelled(pool.pool())) {
            add(
                    due,
                    UpkeepCalls.syncLevel(pool.pool(), subject),
                    "Update the level of subject " + subject + " in pool " + pool.poolId(),
                    "The pool counts its cover at another level than it has, and so another minimum capital.");
        }
    }

    private void forfeits(Due due) {
        upkeep.forfeits().stream()
                .filter(forfeit -> BigInteger.valueOf(forfeit.poolId()).equals(due.number())
                        && due.amount().filter(forfeit.amount()::equals).isPresent())
                .forEach(forfeit -> addMeasured(
                        due,
                        UpkeepCalls.passForfeits(forfeit.desk(), forfeit.poolId()),
                        "Pass forfeited deposits on to pool " + forfeit.poolId(),
                        "They are the pool's and could not be sent when they were forfeited."));
    }

    // ── cover ──────────────────────────────────────────────────────────────────────────────────────────────────

    private void policies(Due due) {
        var over = view.policies().stream()
                .filter(policy -> policy.state() == PolicyState.OVERDUE && policy.openClaim() == 0)
                .map(PolicyView::policyId)
                .toList();
        module(ModuleName.UNDERWRITING)
                .ifPresent(underwriting -> parts(over)
                        .forEach(part -> add(
                                due,
                                UpkeepCalls.expire(underwriting, part),
                                "Close " + part.size() + (part.size() == 1 ? " ended policy" : " ended policies"),
                                "Nothing can be claimed on them any more, and they still lock capital.")));
    }

    /// Without a report only adapters that read the chain can say what happened.
    private void settleSeries(Due due, SeriesView found) {
        adapterOf(found)
                .filter(BoundAdapter::readsTheChain)
                .flatMap(readings::of)
                .forEach(reading -> settle(due, found, reading));
    }

    /// With a report of an event a series can be settled as soon as its sales are over.
    private void reported() {
        for (var found : view.series()) {
            var series = found.series();
            if (series.state() == SeriesState.OPEN && series.salesEnd() < known.time()) {
                var due = new Due(
                        Task.SETTLE_SERIES,
                        Area.POLICIES,
                        found.seriesId(),
                        Optional.of(series.unitsSold().multiply(series.unitPayout())),
                        series.salesEnd() + 1,
                        Optional.empty());
                adapterOf(found)
                        .filter(BoundAdapter::takesReports)
                        .flatMap(readings::of)
                        .forEach(reading -> settle(due, found, reading));
            }
        }
    }

    private Stream<BoundAdapter> adapterOf(SeriesView found) {
        var series = found.series();
        return upkeep.adapters().stream()
                .filter(bound -> bound.poolId() == series.poolId()
                        && bound.subjectId() == series.subjectId()
                        && bound.adapter().equals(series.adapter()));
    }

    private void settle(Due due, SeriesView found, Reading reading) {
        module(ModuleName.SERIES)
                .ifPresent(series -> add(
                        due,
                        UpkeepCalls.settleSeries(series, found.seriesId(), reading.data()),
                        "Settle series " + found.seriesId(),
                        "What was measured decides what a unit is paid."));
    }

    private void redeem(Due due) {
        module(ModuleName.SERIES)
                .ifPresent(series -> upkeep.holders(due.number())
                        .forEach(holder -> addMeasured(
                                due,
                                UpkeepCalls.redeem(series, due.number(), holder),
                                "Pay the units of series " + due.number() + " that " + holder + " holds",
                                "The series is settled; the money goes to the holder.")));
    }

    private void lapse(Due due) {
        var integrator = address(due.number());
        module(ModuleName.ACCOUNT_COVER)
                .ifPresent(cover -> parts(upkeep.covered(integrator))
                        .forEach(part -> add(
                                due,
                                UpkeepCalls.lapse(cover, integrator, part),
                                "End unpaid cover of " + part.size() + " accounts of " + integrator,
                                "Its prepaid premium is used up, and their cover still locks capital.")));
    }

    private void releaseCover(Due due) {
        var integrator = address(due.number());
        module(ModuleName.ACCOUNT_COVER)
                .ifPresent(cover -> parts(upkeep.heldInVain(integrator))
                        .forEach(part -> add(
                                due,
                                UpkeepCalls.releaseHeld(cover, part),
                                "Release the capital of " + part.size() + " covers of " + integrator,
                                "They ended so long ago that nothing can be claimed on them.")));
    }

    // ── registries and the DAO ─────────────────────────────────────────────────────────────────────────────────

    private void enforce(Due due) {
        var id = due.number().longValueExact();
        module(ModuleName.RISK)
                .ifPresent(registry -> upkeep.enforcement(id).ifPresent(rule -> {
                    var why = switch (rule) {
                        case SUSPEND_CRITICAL -> "Its risk is critical: nothing may be sold on it.";
                        case SUSPEND_FALLEN -> "What it holds fell by more than the registry allows.";
                        case NOTE_CRITICAL -> "Its risk is critical; from now on the time to run it off counts.";
                        case RUN_OFF -> "Its risk stayed critical for too long: its cover runs off.";
                    };
                    var call = rule == UpkeepView.Enforcement.NOTE_CRITICAL
                            ? UpkeepCalls.noteLevel(registry, id)
                            : UpkeepCalls.enforce(registry, id);
                    add(due, call, "Enforce the rules on subject " + id, why);
                }));
    }

    private void proposal(Due due) {
        var id = due.number();
        view.governance().proposals().stream()
                .filter(found -> found.proposal().created().proposalId().equals(id))
                .findFirst()
                .map(found -> ProposalActions.of(found.proposal().created()))
                .filter(actions -> actions.id().equals(id))
                .ifPresent(actions -> {
                    if (due.task() == Task.QUEUE_PROPOSAL) {
                        add(
                                due,
                                DaoCalls.queue(governor, actions),
                                "Queue proposal " + id,
                                "It passed; in the timelock its delay begins to run.");
                    } else {
                        add(
                                due,
                                DaoCalls.execute(governor, actions),
                                "Execute proposal " + id,
                                "It passed and its time in the timelock is over.");
                    }
                });
    }

    private static Address address(BigInteger number) {
        return new Address(Word.of(number).slice(12, Word.LENGTH));
    }
}
