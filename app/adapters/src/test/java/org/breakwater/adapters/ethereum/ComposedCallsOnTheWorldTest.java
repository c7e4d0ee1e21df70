package org.breakwater.adapters.ethereum;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.breakwater.adapters.deployment.NodeReviews;
import org.breakwater.adapters.json.JsonText;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.core.call.CallReader;
import org.breakwater.core.call.CallReading;
import org.breakwater.core.call.OpenSettings;
import org.breakwater.core.compose.ComposeCall;
import org.breakwater.core.compose.ComposeContext;
import org.breakwater.core.compose.ComposeTransaction;
import org.breakwater.core.compose.ComposedCall;
import org.breakwater.core.compose.Composition;
import org.breakwater.core.compose.Composition.Finished;
import org.breakwater.core.compose.Composition.Unfinished;
import org.breakwater.core.compose.Input;
import org.breakwater.core.compose.ParameterOutlook;
import org.breakwater.core.compose.Power;
import org.breakwater.core.compose.Template;
import org.breakwater.core.compose.TreasuryStanding;
import org.breakwater.core.compose.WrittenCall;
import org.breakwater.core.compose.WrittenValue;
import org.breakwater.core.council.Council.WatchedSafe;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.exchange.PastedInterface;
import org.breakwater.core.follow.Known;
import org.breakwater.core.follow.PoolHistory;
import org.breakwater.core.governor.Dao;
import org.breakwater.core.names.AddressBook;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.projection.ProtocolProjection;
import org.breakwater.core.projection.view.TreasuryView.VenueView;
import org.breakwater.core.protocol.ChangeState;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.protocol.ParameterUnit;
import org.breakwater.core.protocol.SafeDirection;
import org.breakwater.core.protocol.SubjectStatus;
import org.breakwater.core.review.check.CheckId;
import org.breakwater.core.review.request.Kept;
import org.breakwater.core.review.request.ReviewPolicy;
import org.breakwater.core.review.request.ReviewRequest;
import org.breakwater.core.review.request.Told;
import org.breakwater.core.rule.ParameterClash.Setting;
import org.breakwater.core.safe.MultiSend;
import org.breakwater.core.safe.NonceOrder;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Selector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.web3j.protocol.core.DefaultBlockParameter;
import org.web3j.protocol.core.methods.request.Transaction;

/// Every template on the local network's world: what it encodes is what the contracts take from the Safe, and what it
/// refuses is what they refuse, by the error of the same meaning.
class ComposedCallsOnTheWorldTest {

    private static final Hash32 WHY = Keccak.hash("Why");

    private static LocalNetwork network;
    private static Deployment deployment;
    private static Known known;
    private static ComposeContext council;
    private static ComposeContext guardian;

    @BeforeAll
    @SuppressWarnings("NullAway.Init") // JUnit calls it before anything else
    static void start() throws Exception {
        network = LocalNetwork.start();
        deployment = network.deployment();
        var block = network.node().head();
        var projection = new ProtocolProjection(deployment);
        var logs = new FoldedLogs(new FetchedLogs(network.node().address()), deployment);
        for (var facts : logs.facts(0, block.number()).entrySet()) {
            projection.apply(facts.getKey(), facts.getValue());
        }
        var state = projection.state();
        var outside = new ChainOutside(network.node(), deployment).at(state, block);
        known = new Known(block, state, state.at(block.time().getEpochSecond(), outside), new PoolHistory(List.of()));
        council = context("council");
        guardian = context("guardian");
    }

    @AfterAll
    static void stop() {
        network.close();
    }

    private static ComposeContext context(String account) throws Exception {
        var setup = new ChainSafes(network.node(), deployment)
                .setup(deployment.account(account).orElseThrow(), known.block());
        var domain = new SafeDomain(
                SafeVersion.parse(setup.version()), network.node().chain(), setup.address());
        var safe = new WatchedSafe(
                account, domain, setup, NonceOrder.of(setup.nonce(), List.of(), _ -> setup.nonce()), Set.of());
        return ComposeContext.of(known, deployment, safe, new PastedInterface(JsonText::parse));
    }

    private static WrittenCall written(Template template, Object... inputs) {
        var call = WrittenCall.empty(template);
        for (int i = 0; i < inputs.length; i += 2) {
            call = call.with((Input) inputs[i], inputs[i + 1].toString());
        }
        return call;
    }

    private static Finished finished(ComposeContext context, WrittenCall call) {
        return switch (ComposeCall.of(call, context)) {
            case Finished done -> done;
            case Unfinished(var problems) -> throw new AssertionError(call.template() + ": " + problems);
        };
    }

    private static List<Input> refused(ComposeContext context, WrittenCall call) {
        return switch (ComposeCall.of(call, context)) {
            case Finished done -> throw new AssertionError(call.template() + " was taken: " + done);
            case Unfinished(var problems) ->
                problems.stream().map(problem -> problem.input()).toList();
        };
    }

    /// The name of the error with which the chain refuses a call from an account; empty where it takes it.
    private static Optional<String> error(Address from, SafeCall call) throws IOException {
        var asked = Transaction.createFunctionCallTransaction(
                from.toString(),
                null,
                null,
                null,
                call.to().toString(),
                call.value(),
                call.data().toHex());
        var answer = network.node()
                .web3j()
                .ethCall(
                        asked,
                        DefaultBlockParameter.valueOf(
                                BigInteger.valueOf(known.block().number())))
                .send();
        if (!answer.hasError()) {
            return Optional.empty();
        }
        var data = Bytes.fromHex(String.valueOf(answer.getError().getData()).replace("\"", ""));
        return Optional.of(new ArtifactErrors()
                .named(new Selector(data.slice(0, Selector.LENGTH)))
                .map(function -> function.name())
                .orElse(answer.getError().getMessage()));
    }

    private static void taken(ComposeContext context, WrittenCall call) throws IOException {
        var done = finished(context, call);
        assertThat(error(context.account(), done.call())).as("%s", done).isEmpty();
        var reading = new CallReader(new DeployedInterfaces(deployment))
                .read(context.safe().domain(), done.call());
        assertThat(reading)
                .as("%s is read from its bytes", done)
                .isInstanceOfAny(
                        CallReading.Understood.class,
                        CallReading.ChangesSafe.class,
                        CallReading.Rejection.class,
                        CallReading.Payment.class);
    }

    private static BigInteger inForce(ParameterKey key, ParameterScope scope) {
        return council.book().get(key, scope);
    }

    private static WrittenCall parameter(Template template, ParameterKey key, ParameterScope scope, BigInteger value) {
        var unit = council.book().spec(key.word()).orElseThrow().unit();
        return written(
                template,
                Input.PARAMETER,
                key,
                Input.SCOPE,
                scope.encoded(),
                Input.VALUE,
                WrittenValue.write(unit, value),
                Input.REASON,
                "Why");
    }

    // ── parameters ─────────────────────────────────────────────────────────────────────────────────────────────

    /// Templates that say something with nothing written.
    private static final Set<Template> MAY_BE_EMPTY = Set.of(Template.SET_GUARD, Template.SET_FALLBACK_HANDLER);

    @Test
    void everyParameterThatHasASaferSideCanBeTightenedByOneUnit() throws IOException {
        var tightened = 0;
        for (var key : ParameterKey.values()) {
            var spec = council.book().spec(key.word()).orElseThrow();
            var old = inForce(key, ParameterScope.GLOBAL);
            var next = spec.safe() == SafeDirection.HIGHER ? old.add(BigInteger.ONE) : old.subtract(BigInteger.ONE);
            var call = parameter(Template.TIGHTEN_NOW, key, ParameterScope.GLOBAL, next.max(BigInteger.ZERO));
            var encoded = new ComposedCall.Tighten(
                            deployment.address("ParameterRegistry"),
                            new Setting(key.word(), ParameterScope.GLOBAL, next.max(BigInteger.ZERO)),
                            WHY)
                    .encoded();
            var answered = error(council.account(), encoded);
            assertThat(ComposeCall.of(call, council) instanceof Finished)
                    .as("%s to %s: the chain says %s", key, next, answered)
                    .isEqualTo(answered.isEmpty());
            tightened += answered.isEmpty() ? 1 : 0;
        }
        assertThat(tightened).isPositive();
    }

    @Test
    void everyValueIsProposedOrRefusedAsTheRegistryWould() throws IOException {
        var accepted = 0;
        var asked = 0;
        for (var key : ParameterKey.values()) {
            var spec = council.book().spec(key.word()).orElseThrow();
            var scopes = new ArrayList<>(council.book().scopes(key.word()));
            scopes.add(ParameterScope.GLOBAL);
            var scope = scopes.getFirst();
            var old = inForce(key, scope);
            for (var value : List.of(
                    spec.min(), spec.max(), old, old.add(BigInteger.ONE), old.shiftLeft(1), old.shiftRight(1))) {
                var call = parameter(Template.PROPOSE_CHANGE, key, scope, value);
                var answered = error(
                        council.account(),
                        new ComposedCall.Propose(
                                        deployment.address("ParameterRegistry"),
                                        new Setting(key.word(), scope, value),
                                        WHY)
                                .encoded());
                assertThat(ComposeCall.of(call, council) instanceof Finished)
                        .as("%s at %s to %s: the chain says %s", key, scope, value, answered)
                        .isEqualTo(answered.isEmpty());
                accepted += answered.isEmpty() ? 1 : 0;
                asked++;
            }
        }
        assertThat(accepted).isBetween(20, asked - 20);
    }

    @Test
    void aStepThatIsTooLargeNamesTheOneThatWorks() throws IOException {
        var key = ParameterKey.INCIDENT_CAP;
        var old = inForce(key, ParameterScope.GLOBAL);
        var call = parameter(Template.PROPOSE_CHANGE, key, ParameterScope.GLOBAL, old.shiftRight(1));
        var problems = ((Unfinished) ComposeCall.of(call, council)).problems();

        assertThat(problems.getFirst().input()).isEqualTo(Input.VALUE);
        var works = problems.getFirst().works().orElseThrow();
        taken(council, call.with(Input.VALUE, works));
    }

    @Test
    void pendingChangesAreExecutedOrRefusedAsTheRegistryWould() throws IOException {
        var pending = known.view().changes().stream()
                .filter(change -> change.change().state() == ChangeState.PENDING)
                .toList();
        assertThat(pending).isNotEmpty();
        for (var change : pending) {
            var call = written(Template.EXECUTE_CHANGE, Input.CHANGE, change.changeId());
            var answered = error(
                    council.account(),
                    new ComposedCall.ExecuteChange(deployment.address("ParameterRegistry"), change.changeId())
                            .encoded());
            assertThat(ComposeCall.of(call, council) instanceof Finished)
                    .as("change %s: %s", change.changeId(), answered)
                    .isEqualTo(answered.isEmpty());
            var cancelled =
                    written(Template.CANCEL_CHANGE, Input.CHANGE, change.changeId(), Input.REASON, "Not any more");
            if (change.change().byDao()) {
                assertThat(refused(council, cancelled)).contains(Input.CHANGE);
            } else {
                taken(council, cancelled);
            }
        }
    }

    @Test
    void theHighestValueThatKeepsEveryPoolSolventIsExact() {
        var open = new OpenSettings(List.of());
        for (var level = 1; level <= 5; level++) {
            var scope = ParameterScope.level(level);
            var key = ParameterKey.MIN_CAPITAL_RATIO;
            var most = ParameterOutlook.of(known.view(), council.book(), open, key.word(), scope, Optional.empty())
                    .orElseThrow()
                    .solventUpTo();
            if (most.isPresent()) {
                assertThat(isShort(scope, most.get())).isFalse();
                assertThat(isShort(scope, most.get().add(BigInteger.ONE))).isTrue();
            }
        }
    }

    private static boolean isShort(ParameterScope scope, BigInteger value) {
        return ParameterOutlook.of(
                        known.view(),
                        council.book(),
                        new OpenSettings(List.of()),
                        ParameterKey.MIN_CAPITAL_RATIO.word(),
                        scope,
                        Optional.of(value))
                .orElseThrow()
                .pools()
                .stream()
                .anyMatch(pool ->
                        pool.after().minimum().compareTo(pool.pool().capital().totalAssets()) > 0);
    }

    @Test
    void beforeAnyChangeAPoolStandsAsItsContractSays() {
        var outlook = ParameterOutlook.of(
                        known.view(),
                        council.book(),
                        new OpenSettings(List.of()),
                        ParameterKey.MIN_CAPITAL_RATIO.word(),
                        ParameterScope.level(3),
                        Optional.empty())
                .orElseThrow();

        assertThat(outlook.pools()).isNotEmpty().allSatisfy(pool -> {
            assertThat(pool.before().minimum()).isEqualTo(pool.pool().capital().minCapital());
            assertThat(pool.before().free()).isEqualTo(pool.pool().capital().free());
            assertThat(pool.before().solvencyBps())
                    .isEqualTo(pool.pool().capital().solvencyBps());
            assertThat(pool.isAffected()).isFalse();
        });
    }

    // ── claims ─────────────────────────────────────────────────────────────────────────────────────────────────

    @Test
    void casesAreDecidedOnlyWhereTheCouncilReviewsThem() throws IOException {
        for (var view : known.view().incidents()) {
            var call = written(
                    Template.DECIDE_INCIDENT,
                    Input.INCIDENT,
                    view.incidentId(),
                    Input.VERDICT,
                    "reject",
                    Input.REASON,
                    "Why");
            var answered = error(
                    council.account(),
                    new ComposedCall.DecideIncident(
                                    deployment.address("Incidents"), view.incidentId(), false, 0, 0, WHY)
                            .encoded());
            assertThat(ComposeCall.of(call, council) instanceof Finished)
                    .as("incident %s: %s", view.incidentId(), answered)
                    .isEqualTo(answered.isEmpty());
        }
        for (var view : known.view().claims()) {
            var decide = written(
                    Template.DECIDE_CLAIM, Input.CLAIM, view.claimId(), Input.VERDICT, "reject", Input.REASON, "Why");
            var decided = error(
                    council.account(),
                    new ComposedCall.DecideClaim(
                                    deployment.address("Claims"), view.claimId(), false, BigInteger.ZERO, WHY)
                            .encoded());
            assertThat(ComposeCall.of(decide, council) instanceof Finished)
                    .as("claim %s: %s", view.claimId(), decided)
                    .isEqualTo(decided.isEmpty());
            var flag = written(Template.FLAG_FRAUD, Input.CLAIM, view.claimId(), Input.REASON, "Why");
            var flagged = error(
                    council.account(),
                    new ComposedCall.FlagFraud(deployment.address("Claims"), view.claimId(), WHY).encoded());
            assertThat(ComposeCall.of(flag, council) instanceof Finished)
                    .as("claim %s: %s", view.claimId(), flagged)
                    .isEqualTo(flagged.isEmpty());
        }
    }

    @Test
    void anAssertionThatNobodyMadeIsRefusedByTheAdapterItself() throws IOException {
        var call = written(Template.RESOLVE_DISPUTE, Input.ASSERTION, 99, Input.VERDICT, "accept", Input.REASON, "Why");

        assertThat(error(council.account(), finished(council, call).call()))
                .isPresent()
                .get()
                .asString()
                .isNotEqualTo("AccessManagedUnauthorized");
    }

    // ── treasury ───────────────────────────────────────────────────────────────────────────────────────────────

    private static Address asset() {
        return known.view().treasury().assets().getFirst().asset();
    }

    private static VenueView venue(boolean atOnce) {
        return known.view().treasury().venues().stream()
                .filter(venue -> (venue.state().exitDelay() == 0) == atOnce
                        && venue.value().signum() > 0
                        && !venue.state().closed())
                .findFirst()
                .orElseThrow();
    }

    private static String usdc(BigInteger units) {
        return WrittenValue.write(ParameterUnit.ASSET, units);
    }

    @Test
    void aPaymentIsAnnouncedAsTheRoleHasADelay() throws IOException {
        var payee = network.executor().address();
        var call = written(
                Template.SPEND,
                Input.TOKEN,
                asset(),
                Input.AMOUNT,
                "1,250.50",
                Input.RECIPIENT,
                payee,
                Input.REASON,
                "Audit");
        var done = finished(council, call);

        assertThat(done.power()).isEqualTo(new Power.AfterDelay(21, 86_400));
        assertThat(done.isAnnounced()).isTrue();
        assertThat(error(council.account(), done.meant().encoded())).contains("AccessManagerNotScheduled");
        taken(council, call);
    }

    @Test
    void nothingIsPaidBeyondAllowanceAndFloor() {
        var standing = TreasuryStanding.of(known.view(), council.book());
        var left = standing.allowance(BigInteger.ZERO).min(standing.mostToSpend(asset()));
        var call = written(
                Template.SPEND,
                Input.TOKEN,
                asset(),
                Input.RECIPIENT,
                network.executor().address(),
                Input.REASON,
                "Audit");

        assertThat(refused(council, call.with(Input.AMOUNT, usdc(left.add(BigInteger.ONE)))))
                .containsExactly(Input.AMOUNT);
        var first = finished(council, call.with(Input.AMOUNT, usdc(left)));
        assertThat(refused(council.after(first.meant()), call.with(Input.AMOUNT, "1")))
                .as("the first payment of a batch leaves nothing for the second")
                .containsExactly(Input.AMOUNT);
    }

    @Test
    void moneyIsNotSentWhereItNeverLeaves() {
        for (var place : List.of(deployment.address("Treasury"), asset(), deployment.address("AccessManager"))) {
            var call = written(
                    Template.SPEND,
                    Input.TOKEN,
                    asset(),
                    Input.AMOUNT,
                    "1",
                    Input.RECIPIENT,
                    place,
                    Input.REASON,
                    "Why");
            assertThat(refused(council, call)).containsExactly(Input.RECIPIENT);
        }
    }

    @Test
    void venuesGiveBackWhatTheyHave() throws IOException {
        var venue = venue(true);
        taken(council, written(Template.RECALL, Input.VENUE, venue.venue(), Input.AMOUNT, "1,000"));
        taken(council, written(Template.RECALL, Input.VENUE, venue.venue(), Input.AMOUNT, "all"));
        taken(council, written(Template.CLOSE_VENUE, Input.VENUE, venue.venue()));
        taken(council, written(Template.REQUEST_EXIT, Input.VENUE, venue(false).venue(), Input.AMOUNT, "1"));
        var tooMuch = venue.value().add(BigInteger.valueOf(1_000_000));
        assertThat(refused(council, written(Template.RECALL, Input.VENUE, venue.venue(), Input.AMOUNT, usdc(tooMuch))))
                .containsExactly(Input.AMOUNT);
    }

    @Test
    void aVenueIsGivenNoMoreThanItsCap() throws IOException {
        var standing = TreasuryStanding.of(known.view(), council.book());
        for (var venue : known.view().treasury().venues()) {
            var most = standing.mostToAllocate(venue);
            var call = written(Template.ALLOCATE, Input.VENUE, venue.venue());
            if (most.signum() > 0 && !venue.state().closed()) {
                taken(council, call.with(Input.AMOUNT, usdc(most)));
            }
            assertThat(refused(council, call.with(Input.AMOUNT, usdc(most.add(BigInteger.ONE)))))
                    .contains(Input.AMOUNT);
        }
    }

    @Test
    void aLossIsWrittenOffOnlyWhereThereIsOne() throws IOException {
        for (var venue : known.view().treasury().venues()) {
            var call = written(Template.REALISE_LOSS, Input.VENUE, venue.venue());
            var answered = error(
                    council.account(),
                    new ComposedCall.RealiseLoss(deployment.address("Treasury"), venue.venue()).encoded());
            assertThat(ComposeCall.of(call, council) instanceof Finished)
                    .as("%s: %s", venue, answered)
                    .isEqualTo(answered.isEmpty());
        }
    }

    @Test
    void aBackstopIsAnnounced() throws IOException {
        var incident = known.view().incidents().getLast();
        taken(
                council,
                written(
                        Template.BACKSTOP,
                        Input.POOL,
                        incident.incident().poolId(),
                        Input.INCIDENT,
                        incident.incidentId(),
                        Input.AMOUNT,
                        "1"));
    }

    // ── registry, guardian, access ─────────────────────────────────────────────────────────────────────────────

    @Test
    void aListedSubjectIsSuspendedAndOnlyTheDaoListsOne() throws IOException {
        var listed = known.view().subjects().stream()
                .filter(subject -> subject.subject().status() == SubjectStatus.LISTED)
                .findFirst()
                .orElseThrow();
        taken(council, written(Template.SUSPEND_SUBJECT, Input.SUBJECT, listed.subjectId(), Input.REASON, "Why"));
        assertThat(refused(council, written(Template.LIST_SUBJECT, Input.SUBJECT, listed.subjectId())))
                .contains(Input.SUBJECT);
        assertThat(error(
                        council.account(),
                        new ComposedCall.ListSubject(deployment.address("RiskRegistry"), listed.subjectId()).encoded()))
                .contains("AccessManagedUnauthorized");
    }

    @Test
    void anAdapterIsQuarantinedByTheGuardianAlone() throws IOException {
        var call = written(
                Template.QUARANTINE_ADAPTER, Input.ADAPTER, deployment.address("BridgeAdapter"), Input.REASON, "Why");

        taken(guardian, call);
        assertThat(refused(council, call)).contains(Input.ADAPTER);
    }

    @Test
    void aPauseIsLiftedOnlyWhileItRuns() throws IOException {
        for (var pause : known.view().pauses()) {
            var call = written(Template.LIFT_PAUSE, Input.PAUSE, pause.pauseId());
            var answered = error(
                    council.account(),
                    new ComposedCall.LiftPause(deployment.address("EmergencyGuardian"), pause.pauseId()).encoded());
            assertThat(ComposeCall.of(call, council) instanceof Finished)
                    .as("pause %s: %s", pause.pauseId(), answered)
                    .isEqualTo(answered.isEmpty());
        }
    }

    @Test
    void whatWasAnnouncedIsExecutedOnceItIsDueAndCancelledByWhoMay() throws IOException {
        var manager = deployment.address("AccessManager");
        var waiting = known.view().authority(manager).waiting();
        for (var operation : waiting) {
            var id = operation.scheduled().operationId();
            var execute = written(Template.EXECUTE_SCHEDULED, Input.OPERATION, id);
            var answered = error(
                    council.account(),
                    new ComposedCall.ExecuteScheduled(
                                    manager,
                                    operation.scheduled().target(),
                                    operation.scheduled().data())
                            .encoded());
            if (ComposeCall.of(execute, council) instanceof Unfinished) {
                assertThat(answered).as("%s", operation).isPresent();
            }
            taken(council, written(Template.CANCEL_SCHEDULED, Input.OPERATION, id));
            taken(guardian, written(Template.CANCEL_SCHEDULED, Input.OPERATION, id));
        }
        var data = new ComposedCall.Allocate(
                        deployment.address("Treasury"), venue(true).venue(), BigInteger.ONE)
                .encoded()
                .data();
        taken(
                council,
                written(Template.SCHEDULE, Input.TARGET, deployment.address("Treasury"), Input.DATA, data.toHex()));
        assertThat(refused(
                        council,
                        written(
                                Template.SCHEDULE,
                                Input.TARGET,
                                deployment.address("Treasury"),
                                Input.DATA,
                                new ComposedCall.CloseVenue(
                                                deployment.address("Treasury"),
                                                venue(true).venue())
                                        .encoded()
                                        .data()
                                        .toHex())))
                .as("what needs no announcement")
                .containsExactly(Input.TARGET);
    }

    // ── the Safe itself ────────────────────────────────────────────────────────────────────────────────────────

    @Test
    void ownersAreAddedRemovedAndReplacedWithTheRightNeighbour() throws IOException {
        var fresh = network.executor().address();
        taken(council, written(Template.ADD_OWNER, Input.NEW_OWNER, fresh, Input.THRESHOLD, council.threshold()));
        for (var owner : council.owners()) {
            taken(
                    council,
                    written(Template.REMOVE_OWNER, Input.OWNER, owner, Input.THRESHOLD, council.threshold() - 1));
            taken(council, written(Template.SWAP_OWNER, Input.OWNER, owner, Input.NEW_OWNER, fresh));
        }
        taken(
                council,
                written(
                        Template.CHANGE_THRESHOLD,
                        Input.THRESHOLD,
                        council.owners().size()));
        assertThat(refused(
                        council,
                        written(
                                Template.CHANGE_THRESHOLD,
                                Input.THRESHOLD,
                                council.owners().size() + 1)))
                .containsExactly(Input.THRESHOLD);
        assertThat(refused(
                        council,
                        written(
                                Template.ADD_OWNER,
                                Input.NEW_OWNER,
                                council.owners().getFirst(),
                                Input.THRESHOLD,
                                1)))
                .containsExactly(Input.NEW_OWNER);
    }

    @Test
    void modulesGuardsAndNoncesAreChanged() throws IOException {
        taken(
                council,
                written(Template.ENABLE_MODULE, Input.MODULE, network.executor().address()));
        taken(council, written(Template.SET_GUARD));
        taken(council, written(Template.SET_FALLBACK_HANDLER));
        taken(
                council,
                written(
                        Template.SET_FALLBACK_HANDLER,
                        Input.HANDLER,
                        network.executor().address()));
        assertThat(refused(council, written(Template.SET_MODULE_GUARD)))
                .as("the guard of modules came with 1.5.0")
                .containsExactly(Input.GUARD);
        taken(council, written(Template.REJECT_NONCE));
    }

    @Test
    void eachCallOfABatchIsWrittenAgainstWhatTheOnesBeforeItLeave() throws Exception {
        var fresh = network.executor().address();
        var calls = new ArrayList<SafeCall>();
        var context = council;
        for (var call : List.of(
                written(Template.ADD_OWNER, Input.NEW_OWNER, fresh, Input.THRESHOLD, council.threshold()),
                written(
                        Template.REMOVE_OWNER,
                        Input.OWNER,
                        council.owners().getFirst(),
                        Input.THRESHOLD,
                        council.threshold()),
                parameter(
                        Template.TIGHTEN_NOW,
                        ParameterKey.MIN_CAPITAL_RATIO,
                        ParameterScope.level(3),
                        inForce(ParameterKey.MIN_CAPITAL_RATIO, ParameterScope.level(3))
                                .add(BigInteger.ONE)),
                parameter(
                        Template.TIGHTEN_NOW,
                        ParameterKey.MIN_CAPITAL_RATIO,
                        ParameterScope.level(3),
                        inForce(ParameterKey.MIN_CAPITAL_RATIO, ParameterScope.level(3))
                                .add(BigInteger.TWO)))) {
            var done = finished(context, call);
            calls.add(done.call());
            context = context.after(done.meant());
        }
        var transaction = ComposeTransaction.of(
                council.safe(), calls, council.safe().setup().nonce());

        assertThat(transaction.operation()).isEqualTo(Operation.DELEGATE_CALL);
        assertThat(transaction.data()).isEqualTo(MultiSend.pack(calls));
        assertThat(network.node().code(transaction.to()).isEmpty()).isFalse();
        assertThat(transaction.gasPrice()).isZero();
        var simulated = NodeReviewChain.atHead(network.node());
        assertThat(simulated.block().number()).isEqualTo(known.block().number());
        var request = new ReviewRequest(
                council.account(), transaction, Told.NOTHING, new AddressBook(Map.of()), ReviewPolicy.STANDARD);
        var review = NodeReviews.on(network.node(), deployment, network.clock(), Kept.NOTHING)
                .review(request);
        assertThat(review.checks())
                .filteredOn(check -> check.id() == CheckId.FW49)
                .allSatisfy(check -> assertThat(check.result().evidence()).contains("succeeds"));
    }

    // ── anything ───────────────────────────────────────────────────────────────────────────────────────────────

    @Test
    void aPastedInterfaceEncodesWhatTheContractTakes() throws IOException {
        var venue = venue(true).venue();
        var json = """
            [{"type":"function","name":"recall","stateMutability":"nonpayable",
              "inputs":[{"name":"venue_","type":"address"},{"name":"amount","type":"uint256"}]},
             {"type":"function","name":"venueCount","stateMutability":"view","inputs":[]}]\
            """;
        var call = written(
                Template.CALL_CONTRACT,
                Input.TARGET,
                deployment.address("Treasury"),
                Input.INTERFACE,
                json,
                Input.ARGUMENTS,
                venue + "\n1000");

        taken(council, call);
        assertThat(finished(council, call).call())
                .isEqualTo(new ComposedCall.Recall(deployment.address("Treasury"), venue, BigInteger.valueOf(1_000))
                        .encoded());
        taken(council, call.with(Input.INTERFACE, "recall(address venue_,uint256 amount)"));
        assertThat(refused(council, call.with(Input.ARGUMENTS, venue + "\n1e3")))
                .containsExactly(Input.ARGUMENTS);
        assertThat(refused(council, call.with(Input.ARGUMENTS, venue.toString())))
                .containsExactly(Input.ARGUMENTS);
        assertThat(refused(council, call.with(Input.INTERFACE, "[{\"type\":"))).contains(Input.INTERFACE);
    }

    @Test
    void etherAndTokensAreSent() {
        var payee = network.executor().address();
        var token = finished(
                council,
                written(Template.SEND_TOKEN, Input.TOKEN, asset(), Input.AMOUNT, "1.5", Input.RECIPIENT, payee));
        assertThat(token.meant()).isEqualTo(new ComposedCall.SendToken(asset(), payee, BigInteger.valueOf(1_500_000)));
        assertThat(refused(council, written(Template.SEND_ETHER, Input.RECIPIENT, Address.ZERO, Input.ETHER, "1")))
                .contains(Input.RECIPIENT);
    }

    @Test
    void aTemplateThatIsEmptySaysWhatIsMissing() {
        Arrays.stream(Template.values())
                .filter(template -> !template.inputs().isEmpty() && !MAY_BE_EMPTY.contains(template))
                .forEach(template -> assertThat(ComposeCall.of(WrittenCall.empty(template), council))
                        .as("%s", template)
                        .isInstanceOfSatisfying(
                                Unfinished.class,
                                unfinished -> assertThat(unfinished.problems())
                                        .isNotEmpty()
                                        .allSatisfy(problem ->
                                                assertThat(problem.sentence()).endsWith("."))));
    }

    @Test
    void aFinishedCallIsOfATypeOfItsOwn() {
        assertThat(ComposeCall.of(written(Template.REJECT_NONCE), council))
                .isEqualTo(new Composition.Finished(
                        new ComposedCall.Reject(council.account()),
                        new ComposedCall.Reject(council.account()),
                        new Power.Open()));
    }

    // ── as the DAO ─────────────────────────────────────────────────────────────────────────────────────────────

    private static ComposeContext dao() {
        return ComposeContext.of(known, deployment, Dao.of(deployment), new PastedInterface(JsonText::parse));
    }

    private static Finished takenFromTheTimelock(WrittenCall call) throws IOException {
        var done = finished(dao(), call);
        assertThat(error(dao().account(), done.call())).as("%s", done).isEmpty();
        understood(done);
        return done;
    }

    private static void understood(Finished done) {
        var call = done.call();
        assertThat(new CallReader(new DeployedInterfaces(deployment)).read(call.to(), call.value(), call.data()))
                .as("%s is read from its bytes", done)
                .isInstanceOf(CallReading.Understood.class);
        assertThat(done.isAnnounced()).as("its vote is its delay").isFalse();
    }

    @Test
    void whatTheDaoAloneMayDoTheTimelockDoes() throws IOException {
        var next =
                inForce(ParameterKey.MIN_CAPITAL_RATIO, ParameterScope.level(3)).add(BigInteger.ONE);
        takenFromTheTimelock(
                parameter(Template.PROPOSE_CHANGE, ParameterKey.MIN_CAPITAL_RATIO, ParameterScope.level(3), next));
        for (var change : known.view().changes()) {
            if (change.change().state() == ChangeState.PENDING) {
                takenFromTheTimelock(
                        written(Template.CANCEL_CHANGE, Input.CHANGE, change.changeId(), Input.REASON, "Why"));
            }
        }
        takenFromTheTimelock(written(
                Template.SPEND,
                Input.TOKEN,
                asset(),
                Input.AMOUNT,
                "1",
                Input.RECIPIENT,
                network.executor().address(),
                Input.REASON,
                "Why"));
        for (var pause : known.view().pauses()) {
            if (pause.active()) {
                takenFromTheTimelock(written(Template.LIFT_PAUSE, Input.PAUSE, pause.pauseId()));
                takenFromTheTimelock(
                        written(Template.EXTEND_PAUSE, Input.PAUSE, pause.pauseId(), Input.DURATION, "1 h"));
                assertThat(refused(
                                dao(),
                                written(Template.EXTEND_PAUSE, Input.PAUSE, pause.pauseId(), Input.DURATION, "900 d")))
                        .contains(Input.DURATION);
            }
        }
        assertThat(refused(
                        dao(), written(Template.RESTORE_ADAPTER, Input.ADAPTER, deployment.address("BridgeAdapter"))))
                .contains(Input.ADAPTER);
        assertThat(refused(dao(), written(Template.TIGHTEN_NOW))).isNotEmpty();
    }

    @Test
    void theDaosOwnRulesAreItsOwn() throws IOException {
        takenFromTheTimelock(written(Template.SET_TIMELOCK_DELAY, Input.DURATION, "3 d"));
        for (var rule : List.of(
                written(Template.SET_VOTING_DELAY, Input.DURATION, "3 d"),
                written(Template.SET_VOTING_PERIOD, Input.DURATION, "5 d"),
                written(Template.SET_LATE_EXTENSION, Input.DURATION, "2 d"),
                written(Template.SET_QUORUM, Input.QUORUM, "5"),
                written(Template.SET_PROPOSAL_THRESHOLD, Input.VOTES, "200,000"))) {
            var done = finished(dao(), rule);
            understood(done);
            assertThat(error(dao().account(), done.call()))
                    .as("%s counts only inside of an execution by the Governor", done)
                    .isPresent();
            assertThat(refused(council, rule)).isNotEmpty();
        }
        assertThat(refused(dao(), written(Template.ADD_OWNER))).isNotEmpty();
        assertThat(refused(dao(), written(Template.SET_QUORUM, Input.QUORUM, "4")))
                .contains(Input.QUORUM);
        assertThat(refused(dao(), written(Template.SET_VOTING_PERIOD, Input.DURATION, "0 s")))
                .contains(Input.DURATION);
        assertThat(refused(dao(), written(Template.SET_VOTING_PERIOD, Input.DURATION, "99999 d")))
                .contains(Input.DURATION);
    }
}
