package org.breakwater.adapters.localnet.world;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.fact.RiskFact.Inputs;
import org.breakwater.core.localnet.NetworkDescription.Account;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.projection.view.ChangeView;
import org.breakwater.core.projection.view.ClaimView;
import org.breakwater.core.projection.view.PolicyView;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.protocol.BallotChoice;
import org.breakwater.core.protocol.CaseOutcome;
import org.breakwater.core.protocol.ChangeState;
import org.breakwater.core.protocol.ClaimState;
import org.breakwater.core.protocol.PolicyState;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;

/// Things that people may do next on a local network, drawn at random; what the protocol refuses is left and another
/// thing is
/// done. Everybody's account is open: the node takes transactions from any of them.
@SuppressWarnings("EnumOrdinal") // any constant will do
public final class LiveActions {

    private static final BigInteger UNLIMITED = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);
    private static final int MOST_TRIES = 400;
    private static final Hash32 REASON = Keccak.hash("What was thought of at random.");
    private static final List<Integer> MINUTES = List.of(0, 0, 1, 30, 200, 1_500, 4_400, 15_000);

    private final AnvilRpc rpc;
    private final Protocol protocol;
    private final List<Account> accounts;
    private final SplittableRandom random;
    private final Map<String, Function<ProtocolView, Optional<Deed>>> deeds = new TreeMap<>();
    private final Map<String, Integer> done = new TreeMap<>();

    /// @param by whose account sends it
    private record Deed(Address by, Call call) {}

    public LiveActions(AnvilRpc rpc, Deployment deployment, List<Account> accounts, long seed) throws ProblemException {
        this.rpc = rpc;
        this.protocol = new Protocol(deployment);
        this.accounts = List.copyOf(accounts);
        this.random = new SplittableRandom(seed);
        rpc.ask("anvil_autoImpersonateAccount", true);
        for (var account : List.of(
                council(),
                guardian(),
                timelock(),
                protocol.contract("Underwriting").address())) {
            rpc.ask("anvil_setBalance", account.toString(), "0x56bc75e2d63100000");
        }
        capital();
        cover();
        prices();
        risk();
        parameters();
        pauses();
        losses();
        votes();
        money();
    }

    /// How often each thing was done.
    public Map<String, Integer> done() {
        return Map.copyOf(done);
    }

    /// Lets some time pass and does one thing that the protocol lets happen.
    ///
    /// @param now the protocol as it stands, from which is chosen
    /// @return what it was
    public String next(ProtocolView now) throws ProblemException {
        var names = List.copyOf(deeds.keySet());
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            if (tries % 8 == 0) {
                pass(MINUTES.get(random.nextInt(MINUTES.size())));
            }
            var name = names.get(random.nextInt(names.size()));
            var deed = Objects.requireNonNull(deeds.get(name)).apply(now);
            if (deed.isPresent() && isAllowed(deed.get()) && send(deed.get())) {
                done.merge(name, 1, Integer::sum);
                return name;
            }
        }
        throw new AssertionError("nothing was allowed in " + MOST_TRIES + " tries");
    }

    private void pass(int minutes) throws ProblemException {
        if (minutes > 0) {
            rpc.ask("evm_increaseTime", minutes * 60L + random.nextInt(60));
        }
    }

    private boolean isAllowed(Deed deed) throws ProblemException {
        return rpc.tried("eth_call", transaction(deed), "pending").refusal().isEmpty();
    }

    private boolean send(Deed deed) throws ProblemException {
        var hash = rpc.ask("eth_sendTransaction", transaction(deed)).asString();
        for (int tries = 0; tries < 200; tries++) {
            var receipt = rpc.ask("eth_getTransactionReceipt", hash);
            if (!receipt.isNull()) {
                return receipt.required("status").asString().equals("0x1");
            }
            LockSupport.parkNanos(20_000_000);
        }
        throw new AssertionError("the node did not mine " + deed.call());
    }

    private static Map<String, Object> transaction(Deed deed) {
        return Map.of(
                "from", deed.by().toString(),
                "to", deed.call().to().toString(),
                "data", deed.call().data().toHex(),
                "gas", "0xe4e1c0");
    }

    private void may(String name, Function<ProtocolView, Optional<Deed>> deed) {
        deeds.put(name, deed);
    }

    private static Optional<Deed> by(Address account, Call call) {
        return Optional.of(new Deed(account, call));
    }

    private Address council() {
        return protocol.account("council");
    }

    private Address guardian() {
        return protocol.account("guardian");
    }

    private Address timelock() {
        return protocol.contract("TimelockController").address();
    }

    private Address one(Part part) {
        var some = accounts.stream()
                .filter(account -> account.part().equals(part.title()))
                .toList();
        return some.get(random.nextInt(some.size())).address();
    }

    private <T> Optional<T> pick(Collection<T> items, Predicate<T> wanted) {
        var some = items.stream().filter(wanted).toList();
        return some.isEmpty() ? Optional.empty() : Optional.of(some.get(random.nextInt(some.size())));
    }

    private PoolView pool(ProtocolView now) {
        return pick(now.pools(), _ -> true).orElseThrow();
    }

    private Contract contract(PoolView pool) {
        return protocol.pool((int) pool.poolId());
    }

    private BigInteger dollars(long most) {
        return BigInteger.valueOf(random.nextLong(1, most * 1_000_000));
    }

    private void capital() {
        may("deposit", now -> {
            var pool = pool(now);
            return by(one(Part.PROVIDER), contract(pool).call("deposit", dollars(40_000), one(Part.PROVIDER)));
        });
        may("requestRedeem", now -> {
            var pool = pool(now);
            var provider = one(Part.PROVIDER);
            var shares = now.balance(pool.pool(), provider).divide(BigInteger.valueOf(random.nextInt(1, 20)));
            return by(provider, contract(pool).call("requestRedeem", shares, provider, provider));
        });
        may("processQueue", now -> by(one(Part.KEEPER), contract(pool(now)).call("processQueue", 5)));
        may("cancelRedeem", now -> {
            var pool = pool(now);
            var waiting = pool.queueTail().subtract(pool.queueHead());
            if (waiting.signum() == 0) {
                return Optional.empty();
            }
            var id = pool.queueHead().add(BigInteger.valueOf(random.nextLong(waiting.longValueExact())));
            return pick(accounts, account -> account.part().equals(Part.PROVIDER.title()))
                    .flatMap(provider -> by(provider.address(), contract(pool).call("cancelRedeem", id)));
        });
        may("collect", now -> by(one(Part.KEEPER), contract(pool(now)).call("collect", one(Part.PROVIDER))));
        may("accrue", now -> by(one(Part.KEEPER), contract(pool(now)).call("accrue")));
        may(
                "syncLevel",
                now -> pick(now.subjects(), _ -> true)
                        .flatMap(subject ->
                                by(one(Part.KEEPER), contract(pool(now)).call("syncLevel", subject.subjectId()))));
        may("transferShares", now -> {
            var pool = pool(now);
            var provider = one(Part.PROVIDER);
            var shares = now.balance(pool.pool(), provider).divide(BigInteger.TEN);
            return by(provider, contract(pool).call("transfer(address,uint256)", one(Part.PROVIDER), shares));
        });
    }

    private void cover() {
        var underwriting = protocol.contract("Underwriting");
        var series = protocol.contract("CoverSeries");
        var accountCover = protocol.contract("AccountCover");
        may(
                "approve",
                now -> by(
                        one(Part.HOLDER),
                        protocol.usdc().call("approve", random.nextBoolean() ? underwriting : series, UNLIMITED)));
        may(
                "mintDollars",
                now -> by(
                        one(Part.DEPLOYER),
                        protocol.usdc()
                                .call(
                                        "mint",
                                        one(random.nextBoolean() ? Part.HOLDER : Part.PROVIDER),
                                        dollars(500_000))));
        may("buy", now -> {
            var pool = pool(now);
            return pick(now.subjects(), subject -> subject.subject().kind() == pool.kind())
                    .flatMap(subject -> {
                        var holder = one(Part.HOLDER);
                        var order = List.of(
                                pool.poolId(),
                                subject.subjectId(),
                                dollars(30_000),
                                random.nextInt(10, 365) * 86_400L,
                                UNLIMITED,
                                pool.termsVersion(),
                                REASON,
                                holder,
                                random.nextBoolean() ? one(Part.DISTRIBUTOR) : Address.ZERO,
                                Bytes.EMPTY);
                        return by(holder, underwriting.call("buy", order));
                    });
        });
        may(
                "cancelPolicy",
                now -> policy(now, policy -> policy.state() == PolicyState.ACTIVE)
                        .flatMap(policy -> by(policy.holder(), underwriting.call("cancel", policy.policyId()))));
        may(
                "expirePolicy",
                now -> policy(
                                now,
                                policy -> policy.state() == PolicyState.OVERDUE || policy.state() == PolicyState.GRACE)
                        .flatMap(policy ->
                                by(one(Part.KEEPER), underwriting.call("expire", List.of(policy.policyId())))));
        may(
                "transferPolicy",
                now -> policy(now, _ -> true)
                        .flatMap(policy -> by(
                                policy.holder(),
                                protocol.contract("PolicyNFT")
                                        .call("transferFrom", policy.holder(), one(Part.HOLDER), policy.policyId()))));
        may(
                "mintUnits",
                now -> pick(now.series(), _ -> true).flatMap(some -> {
                    var holder = one(Part.HOLDER);
                    return by(holder, series.call("mint", some.seriesId(), random.nextInt(1, 500), UNLIMITED, holder));
                }));
        may(
                "redeemUnits",
                now -> pick(now.series(), _ -> true)
                        .flatMap(some ->
                                by(one(Part.KEEPER), series.call("redeem", some.seriesId(), one(Part.HOLDER)))));
        may(
                "closeSeries",
                now -> pick(now.series(), _ -> true)
                        .flatMap(some -> by(one(Part.KEEPER), series.call("close", some.seriesId()))));
        may(
                "topUp",
                now -> pick(now.integrators(), _ -> true)
                        .flatMap(integrator -> by(
                                one(Part.INTEGRATOR),
                                accountCover.call("topUp", integrator.integrator(), dollars(5_000)))));
        may(
                "settlePremium",
                now -> pick(now.integrators(), _ -> true)
                        .flatMap(integrator ->
                                by(one(Part.KEEPER), accountCover.call("settlePremium", integrator.integrator()))));
        may(
                "reportBalance",
                now -> pick(now.integrators(), _ -> true)
                        .flatMap(integrator -> by(
                                integrator.integrator(),
                                accountCover.call("onBalanceChange", one(Part.HOLDER), dollars(20_000)))));
        may(
                "chooseEnrolment",
                now -> pick(now.integrators(), _ -> true)
                        .flatMap(integrator -> by(
                                one(Part.HOLDER),
                                accountCover.call("chooseEnrolment", integrator.integrator(), random.nextBoolean()))));
        may(
                "lapseNobody",
                now -> pick(now.integrators(), _ -> true)
                        .flatMap(integrator ->
                                by(one(Part.KEEPER), accountCover.call("lapse", integrator.integrator(), List.of()))));
    }

    private Optional<PolicyView> policy(ProtocolView now, Predicate<PolicyView> wanted) {
        return pick(now.policies(), wanted);
    }

    private void prices() {
        var treasury = protocol.contract("Treasury");
        may("pokePeg", now -> by(one(Part.KEEPER), treasury.call("pokePeg", protocol.usdc())));
        may("priceTheDollar", now -> by(one(Part.DEPLOYER), protocol.pegFeed().call("update", price())));
        may(
                "priceTheDollarAgain",
                now -> by(one(Part.DEPLOYER), protocol.pegFeed().call("update", 100_000_000)));
    }

    private int price() {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(96_000_000, 97_500_000);
            case 1 -> random.nextInt(99_000_000, 99_900_000);
            default -> random.nextInt(99_800_000, 100_100_000);
        };
    }

    private void risk() {
        var registry = protocol.contract("RiskRegistry");
        may(
                "applyFor",
                now -> by(
                        one(Part.STRANGER), registry.call("applyFor", random.nextInt(6), REASON, Keccak.hash("none"))));
        may(
                "attest",
                now -> pick(now.subjects(), _ -> true)
                        .flatMap(subject -> by(
                                one(Part.STEWARD),
                                registry.call("attest", subject.subjectId(), attested(subject.inputs(), now.time())))));
        may(
                "enforce",
                now -> pick(now.subjects(), _ -> true)
                        .flatMap(subject -> by(one(Part.KEEPER), registry.call("enforce", subject.subjectId()))));
        may(
                "suspend",
                now -> pick(now.subjects(), _ -> true)
                        .flatMap(subject -> by(council(), registry.call("suspend", subject.subjectId(), REASON))));
        may(
                "list",
                now -> pick(now.subjects(), _ -> true)
                        .flatMap(subject -> by(timelock(), registry.call("list", subject.subjectId()))));
        may(
                "delist",
                now -> pick(now.subjects(), _ -> true)
                        .flatMap(subject -> by(timelock(), registry.call("delist", subject.subjectId(), REASON))));
    }

    private List<Object> attested(Inputs known, long at) {
        var audits = Math.max(0, known.audits() + random.nextInt(-1, 2));
        return List.of(
                audits,
                audits == 0 ? 0L : Math.max(1, at - random.nextLong(40_000_000)),
                known.liveSince() == 0 ? at - random.nextLong(60_000_000) : known.liveSince(),
                known.tvlUsd()
                        .multiply(BigInteger.valueOf(random.nextInt(4, 14)))
                        .divide(BigInteger.TEN),
                Math.max(0, known.users30d() + random.nextInt(-200, 200)),
                known.upgrade(),
                Math.max(1, known.upgradeDelay()),
                random.nextInt(8) == 0 ? 1 : known.incidents12m(),
                0,
                REASON,
                List.of(
                        known.dependencies().chain(),
                        known.dependencies().oracle(),
                        known.dependencies().bridge(),
                        known.dependencies().custodian(),
                        known.dependencies().codeLineage()));
    }

    private void parameters() {
        var registry = protocol.contract("ParameterRegistry");
        may(
                "proposeChange",
                now -> pick(now.parameters(), _ -> true).flatMap(parameter -> {
                    var scope = parameter.scopes().isEmpty() || random.nextBoolean()
                            ? Hash32.ZERO
                            : pick(parameter.scopes(), _ -> true).orElseThrow().encoded();
                    return by(
                            one(Part.STEWARD),
                            registry.call("proposeChange", parameter.key(), scope, near(parameter.value()), REASON));
                }));
        may(
                "tightenNow",
                now -> pick(now.parameters(), _ -> true)
                        .flatMap(parameter -> by(
                                one(Part.STEWARD),
                                registry.call(
                                        "tightenNow", parameter.key(), Hash32.ZERO, near(parameter.value()), REASON))));
        may(
                "tightenBounds",
                now -> pick(now.parameters(), _ -> true)
                        .flatMap(parameter -> by(
                                timelock(),
                                registry.call(
                                        "tightenBounds",
                                        parameter.key(),
                                        parameter.spec().min(),
                                        parameter.spec().max().subtract(BigInteger.ONE)))));
        may(
                "executeChange",
                now -> change(now)
                        .flatMap(change -> by(one(Part.KEEPER), registry.call("execute", change.changeId()))));
        may(
                "cancelChange",
                now -> change(now)
                        .flatMap(change ->
                                by(change.change().proposer(), registry.call("cancel", change.changeId(), REASON))));
    }

    private Optional<ChangeView> change(ProtocolView now) {
        return pick(now.changes(), change -> change.change().state() == ChangeState.PENDING);
    }

    private BigInteger near(BigInteger value) {
        return value.multiply(BigInteger.valueOf(random.nextInt(92, 109))).divide(BigInteger.valueOf(100));
    }

    private void pauses() {
        var pauser = protocol.contract("EmergencyGuardian");
        may(
                "pause",
                now -> by(
                        guardian(),
                        pauser.call(
                                "pause",
                                random.nextInt(1, 256),
                                random.nextInt(7),
                                random.nextInt(1, 60) * 3_600L,
                                REASON)));
        may(
                "lift",
                now -> pick(now.pauses(), pause -> pause.active())
                        .flatMap(pause -> by(council(), pauser.call("liftAsCouncil", pause.pauseId()))));
        may(
                "extend",
                now -> pick(now.pauses(), pause -> pause.active())
                        .flatMap(pause -> by(timelock(), pauser.call("extend", pause.pauseId(), 7_200L))));
    }

    private void losses() {
        var incidents = protocol.contract("Incidents");
        var claims = protocol.contract("Claims");
        for (var act : List.of("startSettling", "close", "lapse", "reopen", "escalateQuarantined")) {
            may(
                    "incident " + act,
                    now -> pick(now.incidents(), _ -> true)
                            .flatMap(incident -> by(one(Part.KEEPER), incidents.call(act, incident.incidentId()))));
        }
        may(
                "challenge",
                now -> pick(now.incidents(), _ -> true)
                        .flatMap(incident ->
                                by(one(Part.WATCHER), incidents.call("challenge", incident.incidentId(), REASON))));
        may(
                "councilDecidesIncident",
                now -> pick(now.incidents(), _ -> true)
                        .flatMap(incident -> by(
                                council(),
                                incidents.call(
                                        "councilDecide",
                                        incident.incidentId(),
                                        random.nextBoolean(),
                                        incident.incident().occurredAt(),
                                        random.nextInt(1, 10_000),
                                        REASON))));
        for (var act : List.of("pay", "resolve", "finalise", "reopen", "expire", "hold")) {
            may(
                    "claim " + act,
                    now -> claim(now, _ -> true)
                            .flatMap(claim -> by(one(Part.KEEPER), claims.call(act, claim.claimId()))));
        }
        may(
                "submit",
                now -> pick(now.incidents(), _ -> true)
                        .flatMap(incident -> policy(
                                        now,
                                        policy -> policy.policy().subjectId()
                                                == incident.incident().subjectId())
                                .flatMap(policy -> by(
                                        policy.holder(),
                                        claims.call(
                                                "submit",
                                                policy.policyId(),
                                                incident.incidentId(),
                                                policy.policy().amount().divide(BigInteger.TWO),
                                                REASON)))));
        may(
                "settleClaims",
                now -> pick(now.incidents(), _ -> true)
                        .flatMap(incident -> policy(
                                        now,
                                        policy -> policy.policy().subjectId()
                                                == incident.incident().subjectId())
                                .flatMap(policy -> by(
                                        one(Part.KEEPER),
                                        claims.call("settle", incident.incidentId(), List.of(policy.policyId()))))));
        may(
                "withdrawClaim",
                now -> claim(now, claim -> claim.claim().state() == ClaimState.SUBMITTED)
                        .flatMap(claim -> by(claim.claim().claimant(), claims.call("withdraw", claim.claimId()))));
        may(
                "appeal",
                now -> claim(now, claim -> claim.claim().state() == ClaimState.DENIED)
                        .flatMap(
                                claim -> by(claim.claim().claimant(), claims.call("appeal", claim.claimId(), REASON))));
        may(
                "setPayee",
                now -> claim(now, _ -> true)
                        .flatMap(claim -> by(
                                claim.claim().claimant(), claims.call("setPayee", claim.claimId(), one(Part.HOLDER)))));
        may(
                "flagFraud",
                now -> claim(now, _ -> true)
                        .flatMap(claim -> by(council(), claims.call("flagFraud", claim.claimId(), REASON))));
        may(
                "councilDecidesClaim",
                now -> claim(now, _ -> true)
                        .flatMap(claim -> by(
                                council(),
                                claims.call(
                                        "councilDecide",
                                        claim.claimId(),
                                        random.nextBoolean(),
                                        claim.claim().requested().divide(BigInteger.TWO),
                                        REASON))));
    }

    private Optional<ClaimView> claim(ProtocolView now, Predicate<ClaimView> wanted) {
        return pick(now.claims(), wanted);
    }

    private void votes() {
        var tribunal = protocol.contract("Tribunal");
        var token = protocol.contract("CoverToken");
        var governor = protocol.contract("CoverGovernor");
        may(
                "vote",
                now -> pick(now.cases(), some -> some.case_().outcome() == CaseOutcome.OPEN)
                        .flatMap(some -> {
                            var choice = BallotChoice.values()[random.nextInt(1, 5)];
                            var share = choice == BallotChoice.PAY_PARTIAL ? random.nextInt(1, 100) * 100 : 0;
                            return by(one(Part.VOTER), tribunal.call("vote", some.caseId(), choice, share, REASON));
                        }));
        may(
                "closeCase",
                now -> pick(now.cases(), some -> some.case_().outcome() == CaseOutcome.OPEN)
                        .flatMap(some -> by(one(Part.KEEPER), tribunal.call("close", some.caseId()))));
        may(
                "addEvidence",
                now -> pick(now.incidents(), _ -> true)
                        .flatMap(incident -> by(
                                council(),
                                tribunal.call("addEvidence", 0, incident.incidentId(), REASON, "ipfs://evidence"))));
        may("delegate", now -> by(one(Part.VOTER), token.call("delegate", one(Part.VOTER))));
        may("giveVotes", now -> {
            var voter = one(Part.VOTER);
            var some = now.balance(token.address(), voter).divide(BigInteger.valueOf(50));
            return by(voter, token.call("transfer", one(Part.VOTER), some));
        });
        may(
                "castVote",
                now -> pick(now.governance().proposals(), _ -> true)
                        .flatMap(proposal -> by(
                                one(Part.VOTER),
                                governor.call(
                                        "castVote",
                                        proposal.proposal().created().proposalId(),
                                        random.nextInt(3)))));
    }

    private void money() {
        var treasury = protocol.contract("Treasury");
        may(
                "giveToTheTreasury",
                now -> by(one(Part.PROVIDER), protocol.usdc().call("transfer", treasury, dollars(1_000))));
        may(
                "backstop",
                now -> pick(now.incidents(), incident -> incident.reserve().open())
                        .flatMap(incident -> by(
                                timelock(),
                                treasury.call(
                                        "backstop",
                                        incident.incident().poolId(),
                                        incident.incidentId(),
                                        dollars(20_000)))));
        may(
                "spend",
                now -> by(
                        timelock(),
                        treasury.call("spend", protocol.usdc(), one(Part.STRANGER), dollars(5_000), REASON)));
        may(
                "allocate",
                now -> pick(now.treasury().venues(), _ -> true)
                        .flatMap(venue -> by(council(), treasury.call("allocate", venue.venue(), dollars(20_000)))));
        may(
                "recall",
                now -> pick(now.treasury().venues(), _ -> true)
                        .flatMap(venue -> by(council(), treasury.call("recall", venue.venue(), dollars(20_000)))));
        may(
                "requestExit",
                now -> pick(now.treasury().venues(), _ -> true)
                        .flatMap(venue -> by(council(), treasury.call("requestExit", venue.venue(), dollars(20_000)))));
        may(
                "realiseLoss",
                now -> pick(now.treasury().venues(), _ -> true)
                        .flatMap(venue -> by(council(), treasury.call("realiseLoss", venue.venue()))));
        may(
                "closeVenue",
                now -> pick(now.treasury().venues(), _ -> true)
                        .flatMap(venue -> by(council(), treasury.call("closeVenue", venue.venue()))));
        may(
                "reopenVenue",
                now -> pick(now.treasury().venues(), venue -> venue.state().closed())
                        .flatMap(venue -> by(timelock(), treasury.call("addVenue", venue.venue(), 500, false))));
    }

    /// What people do, for a message.
    @Override
    public String toString() {
        return new ArrayList<>(done.entrySet()).toString();
    }
}
