package org.breakwater.adapters.watch;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.adapters.index.LogEmitter;
import org.breakwater.core.alert.Alert.Subject;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.projection.view.FeedView.Use;
import org.breakwater.core.protocol.ModuleName;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.protocol.SubjectStatus;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Selector;
import org.breakwater.core.value.Word;

/// Conditions of many kinds, planted one by one: by the real contracts where they do it at once, else by events
/// that are written from their addresses as they write them, with code that is put there for one transaction and
/// taken away again.
final class Plants {

    private static final BigInteger MUCH = BigInteger.valueOf(300_000_000_000L);

    private final Wire wire;
    private final Deployment deployment;
    private final ProtocolView world;
    private final Map<Address, String> codes = new HashMap<>();
    private final List<Plant> all = new ArrayList<>();
    private final List<Side> sides = new ArrayList<>();
    private long pauses;
    private long changes;
    private long number;

    Plants(Wire wire, Deployment deployment, ProtocolView world) throws ProblemException {
        this.wire = wire;
        this.deployment = deployment;
        this.world = world;
        this.pauses = world.head().pauses();
        this.changes = world.head().changes();
        access();
        dao();
        guardian();
        protocol();
        treasury();
        states();
    }

    /// What a condition does to the chain, and what it is about.
    @FunctionalInterface
    interface Deed {
        Subject of(long number) throws ProblemException;
    }

    /// Ends what was planted.
    @FunctionalInterface
    interface End {
        void of(long number) throws ProblemException;
    }

    /// Something else that a deed is alerted for.
    record Side(String rule, Subject about) {}

    /// @param rule by which it is alerted
    /// @param also a second rule by which its end is alerted, about the same
    /// @param lasts whether it is a state, which has to last until somebody looked
    record Plant(String rule, Optional<String> also, boolean lasts, Deed begin, End end) {}

    /// What the deeds since the last call were alerted for besides.
    List<Side> sides() {
        var taken = List.copyOf(sides);
        sides.clear();
        return taken;
    }

    List<Plant> all() {
        return all;
    }

    long next() {
        return ++number;
    }

    private void event(String rule, Deed begin, End end) {
        all.add(new Plant(rule, Optional.empty(), false, begin, end));
    }

    private void event(String rule, Deed begin) {
        event(rule, begin, _ -> {});
    }

    private void state(String rule, Deed begin, End end) {
        all.add(new Plant(rule, Optional.empty(), true, begin, end));
    }

    private Address at(String contract) {
        return deployment.address(contract);
    }

    private void asTimelock(String contract, Bytes data) throws ProblemException {
        wire.send(at("TimelockController"), at(contract), data);
    }

    /// Writes one event from a contract's address.
    private void emit(Address from, String signature, List<Bytes> indexed, Bytes... data) throws ProblemException {
        var code = codes.get(from);
        if (code == null) {
            code = wire.rpc().ask("eth_getCode", from.toString(), "latest").asString();
            codes.put(from, code);
        }
        var topics = new ArrayList<Hash32>();
        topics.add(Keccak.hash(signature));
        indexed.forEach(word -> topics.add(new Hash32(word)));
        var emitter = new LogEmitter(topics.size());
        wire.rpc().ask("anvil_setCode", from.toString(), emitter.code().toHex());
        wire.send(at("TimelockController"), from, emitter.input(1, topics, Bytes.concat(data)));
        wire.rpc().ask("anvil_setCode", from.toString(), code);
    }

    private static Bytes word(SubjectStatus status) {
        return Word.of(List.of(SubjectStatus.values()).indexOf(status));
    }

    private static Bytes left(Bytes bytes) {
        return Bytes.concat(bytes, Bytes.of(new byte[Word.LENGTH - bytes.length()]));
    }

    private void access() {
        all.add(new Plant(
                "role-granted",
                Optional.of("role-revoked"),
                false,
                n -> {
                    asTimelock(
                            "AccessManager",
                            Wire.call(
                                    "grantRole(uint64,address,uint32)",
                                    Word.of(40),
                                    Word.of(Wire.account(n)),
                                    Word.of(0)));
                    return new Subject.Contract(Wire.account(n));
                },
                n -> asTimelock(
                        "AccessManager",
                        Wire.call("revokeRole(uint64,address)", Word.of(40), Word.of(Wire.account(n))))));
        event("role-delay-changed", n -> {
            asTimelock(
                    "AccessManager",
                    Wire.call("setTargetAdminDelay(address,uint32)", Word.of(Wire.account(n)), Word.of(3_600)));
            return new Subject.Contract(Wire.account(n));
        });
        event("role-admin-changed", n -> {
            asTimelock("AccessManager", Wire.call("setRoleGuardian(uint64,uint64)", Word.of(1_000 + n), Word.of(40)));
            return new Subject.Contract(at("AccessManager"));
        });
        event("function-role-changed", n -> {
            asTimelock(
                    "AccessManager",
                    Wire.call(
                            "setTargetFunctionRole(address,bytes4[],uint64)",
                            Word.of(Wire.account(n)),
                            Word.of(96),
                            Word.of(40),
                            Word.of(1),
                            left(Selector.of("any()").bytes())));
            return new Subject.Contract(Wire.account(n));
        });
        event(
                "target-closed",
                n -> {
                    close(n, 1);
                    return new Subject.Contract(Wire.account(n));
                },
                n -> close(n, 0));
    }

    private void close(long n, int closed) throws ProblemException {
        asTimelock(
                "AccessManager", Wire.call("setTargetClosed(address,bool)", Word.of(Wire.account(n)), Word.of(closed)));
    }

    private void dao() {
        var governor = at("CoverGovernor");
        var timelock = at("TimelockController");
        event(
                "delay-reduced",
                _ -> {
                    emit(timelock, "MinDelayChange(uint256,uint256)", List.of(), Word.of(172_800), Word.of(86_400));
                    return new Subject.Contract(timelock);
                },
                _ -> emit(timelock, "MinDelayChange(uint256,uint256)", List.of(), Word.of(86_400), Word.of(172_800)));
        event(
                "operation-scheduled",
                n -> {
                    emit(
                            timelock,
                            "CallScheduled(bytes32,uint256,address,uint256,bytes,bytes32,uint256)",
                            List.of(Keccak.hash("operation" + n).bytes(), Word.of(0)),
                            Word.of(Wire.account(n)),
                            Word.of(0),
                            Word.of(160),
                            Word.of(0),
                            Word.of(86_400),
                            Word.of(0));
                    return new Subject.Contract(Wire.account(n));
                },
                n -> emit(
                        timelock,
                        "Cancelled(bytes32)",
                        List.of(Keccak.hash("operation" + n).bytes())));
        event(
                "threshold-reduced",
                _ -> {
                    emit(governor, "ProposalThresholdSet(uint256,uint256)", List.of(), Word.of(9), Word.of(8));
                    return new Subject.Contract(governor);
                },
                _ -> emit(governor, "ProposalThresholdSet(uint256,uint256)", List.of(), Word.of(8), Word.of(9)));
        event(
                "proposal-created",
                n -> created(governor, n),
                n -> emit(governor, "ProposalCanceled(uint256)", List.of(), Word.of(n)));
        event(
                "proposal-queued",
                n -> {
                    sides.add(new Side("proposal-created", created(governor, n)));
                    emit(governor, "ProposalQueued(uint256,uint256)", List.of(), Word.of(n), Word.of(2_000_000_000));
                    return new Subject.Proposal(BigInteger.valueOf(n));
                },
                n -> emit(governor, "ProposalCanceled(uint256)", List.of(), Word.of(n)));
        event("proposal-executed", n -> {
            sides.add(new Side("proposal-created", created(governor, n)));
            emit(governor, "ProposalExecuted(uint256)", List.of(), Word.of(n));
            return new Subject.Proposal(BigInteger.valueOf(n));
        });
        event("vote-extended", n -> {
            sides.add(new Side("proposal-created", created(governor, n)));
            emit(governor, "ProposalExtended(uint256,uint64)", List.of(Word.of(n)), Word.of(2_000_000_000));
            return new Subject.Proposal(BigInteger.valueOf(n));
        });
        event("module-changed", n -> {
            emit(
                    at("Directory"),
                    "ModuleSet(bytes32,address,address)",
                    List.of(Word.ofAscii("SOAK"), Word.of(Wire.account(n)), Word.of(Wire.account(n))));
            return new Subject.Contract(Wire.account(n));
        });
        event("authority-changed", _ -> {
            emit(
                    at("PremiumEngine"),
                    "AuthorityUpdated(address)",
                    List.of(),
                    Word.of(world.authorityOf(ModuleName.PREMIUM).orElseThrow()));
            return new Subject.Contract(at("PremiumEngine"));
        });
        var deposit = world.parameterBook().get(ParameterKey.CLAIM_DEPOSIT, ParameterScope.GLOBAL);
        var key = ParameterKey.CLAIM_DEPOSIT.word().bytes();
        var everywhere = ParameterScope.GLOBAL.encoded().bytes();
        event(
                "parameter-proposed",
                _ -> proposed(key, everywhere, deposit),
                _ -> emit(
                        at("ParameterRegistry"),
                        "ChangeCancelled(uint64,address,bytes32)",
                        List.of(Word.of(changes), Word.of(Wire.account(1))),
                        Word.of(0)));
        event("parameter-executed", _ -> {
            var about = proposed(key, everywhere, deposit);
            sides.add(new Side("parameter-proposed", about));
            emit(
                    at("ParameterRegistry"),
                    "ChangeExecuted(uint64,bytes32,bytes32,uint128,uint128)",
                    List.of(Word.of(changes), key, everywhere),
                    Word.of(deposit),
                    Word.of(deposit));
            return about;
        });
        event("parameter-tightened", n -> {
            emit(
                    at("ParameterRegistry"),
                    "Tightened(bytes32,bytes32,uint128,uint128,address,bytes32)",
                    List.of(key, everywhere, Word.of(Wire.account(n))),
                    Word.of(deposit),
                    Word.of(deposit),
                    Word.of(0));
            return new Subject.Contract(at("ParameterRegistry"));
        });
    }

    private Subject proposed(Bytes key, Bytes scope, BigInteger value) throws ProblemException {
        changes++;
        emit(
                at("ParameterRegistry"),
                "ChangeProposed(uint64,bytes32,bytes32,uint128,uint128,uint48,uint48,address,bool,bytes32)",
                List.of(Word.of(changes), key, scope),
                Word.of(value),
                Word.of(value),
                Word.of(2_000_000_000),
                Word.of(2_000_086_400),
                Word.of(Wire.account(1)),
                Word.of(1),
                Word.of(0));
        return new Subject.ParameterChange(changes);
    }

    private Subject created(Address governor, long n) throws ProblemException {
        emit(
                governor,
                "ProposalCreated(uint256,address,address[],uint256[],string[],bytes[],uint256,uint256,string)",
                List.of(),
                Word.of(n),
                Word.of(Wire.account(n)),
                Word.of(288),
                Word.of(320),
                Word.of(352),
                Word.of(384),
                Word.of(1_999_000_000),
                Word.of(1_999_900_000),
                Word.of(416),
                Word.of(0),
                Word.of(0),
                Word.of(0),
                Word.of(0),
                Word.of(0));
        return new Subject.Proposal(BigInteger.valueOf(n));
    }

    private void guardian() {
        var guardian = at("EmergencyGuardian");
        event(
                "paused",
                n -> {
                    pauses++;
                    emit(
                            guardian,
                            "Paused(uint64,uint16,uint32,uint48,uint48,address,bytes32,uint8)",
                            List.of(Word.of(pauses), Word.of(0), Word.of(Wire.account(n))),
                            Word.of(1),
                            Word.of(world.time()),
                            Word.of(world.time() + 60),
                            Word.of(0),
                            Word.of(3));
                    return new Subject.Pause(pauses);
                },
                n -> emit(
                        guardian,
                        "Lifted(uint64,address,uint48)",
                        List.of(Word.of(pauses), Word.of(Wire.account(n))),
                        Word.of(world.time() + 30)));
        event(
                "adapter-quarantined",
                n -> {
                    emit(
                            guardian,
                            "AdapterQuarantined(address,address,bytes32)",
                            List.of(Word.of(Wire.account(n)), Word.of(Wire.account(n))),
                            Word.of(0));
                    return new Subject.Adapter(Wire.account(n));
                },
                n -> emit(guardian, "AdapterRestored(address)", List.of(Word.of(Wire.account(n)))));
    }

    private void protocol() {
        var claims = at("Claims");
        event("fraud-flagged", n -> {
            var id = 1 + n % world.head().claims();
            emit(claims, "FraudFlagged(uint64,bytes32)", List.of(Word.of(id)), Word.of(0));
            return new Subject.Claim(id);
        });
        event("payout-waits", n -> {
            var id = 1 + n % world.head().claims();
            emit(claims, "ClaimWaits(uint64,uint256)", List.of(Word.of(id)), Word.of(5));
            return new Subject.Claim(id);
        });
        event(
                "payment-kept",
                n -> {
                    emit(
                            claims,
                            "CreditKept(address,address,uint256)",
                            List.of(Word.of(at("LocalToken")), Word.of(Wire.account(n))),
                            Word.of(5));
                    return new Subject.Contract(Wire.account(n));
                },
                n -> emit(
                        claims,
                        "CreditCollected(address,address,address,uint256)",
                        List.of(Word.of(at("LocalToken")), Word.of(Wire.account(n)), Word.of(Wire.account(n))),
                        Word.of(5)));
        var integrator = world.integrators().getFirst().integrator();
        event(
                "funding-ended",
                _ -> {
                    emit(
                            at("AccountCover"),
                            "FundingEnded(address,uint48)",
                            List.of(Word.of(integrator)),
                            Word.of(world.time()));
                    return new Subject.Integrator(integrator);
                },
                _ -> emit(
                        at("AccountCover"),
                        "FundingStarted(address,uint48)",
                        List.of(Word.of(integrator)),
                        Word.of(world.time())));
        var subject = world.subjects().stream()
                .filter(each -> each.subject().status() == SubjectStatus.LISTED)
                .findFirst()
                .orElseThrow();
        var level = subject.subject().level();
        var subjectId = subject.subjectId();
        event(
                "level-raised",
                _ -> {
                    emit(
                            at("RiskRegistry"),
                            "LevelChanged(uint32,uint8,uint8,uint16)",
                            List.of(Word.of(subjectId)),
                            Word.of(level.number() - 1),
                            Word.of(level.number()),
                            Word.of(5_000));
                    return new Subject.InsuredSubject(0, subjectId);
                },
                _ -> emit(
                        at("RiskRegistry"),
                        "LevelChanged(uint32,uint8,uint8,uint16)",
                        List.of(Word.of(subjectId)),
                        Word.of(level.number()),
                        Word.of(level.number()),
                        Word.of(5_000)));
        event(
                "subject-status-changed",
                _ -> {
                    status(subjectId, SubjectStatus.LISTED, SubjectStatus.SUSPENDED);
                    return new Subject.InsuredSubject(0, subjectId);
                },
                _ -> status(subjectId, SubjectStatus.SUSPENDED, SubjectStatus.LISTED));
        var pool = deployment.pools().getFirst().address();
        event("drain-breaker", _ -> {
            emit(pool, "DrainBreakerTripped(bool,uint256,uint256)", List.of(), Word.of(1), Word.of(9), Word.of(9));
            return new Subject.Contract(pool);
        });
        var trigger = (Use.Trigger) world.feeds().stream()
                .map(feed -> feed.use())
                .filter(use -> use instanceof Use.Trigger)
                .findFirst()
                .orElseThrow();
        event("adapter-changed", _ -> {
            emit(
                    at("Incidents"),
                    "AdapterBound(uint32,uint32,address,bool)",
                    List.of(Word.of(trigger.poolId()), Word.of(trigger.subjectId()), Word.of(trigger.adapter())),
                    Word.of(1));
            return new Subject.Adapter(trigger.adapter());
        });
        event("terms-published", n -> {
            emit(
                    at("Underwriting"),
                    "TermsPublished(uint32,uint32,string,bytes32,uint256)",
                    List.of(Word.of(1), Word.of(1_000 + n)),
                    Word.of(96),
                    Word.of(0),
                    Word.of(0),
                    Word.of(0));
            return new Subject.Pool(1);
        });
        event("signers-changed", _ -> {
            emit(at("CustodyAdapter"), "SignersSet(address[],uint8)", List.of(), Word.of(64), Word.of(2), Word.of(0));
            return new Subject.Adapter(at("CustodyAdapter"));
        });
    }

    private void status(long subjectId, SubjectStatus from, SubjectStatus to) throws ProblemException {
        emit(
                at("RiskRegistry"),
                "StatusChanged(uint32,uint8,uint8,bytes32)",
                List.of(Word.of(subjectId)),
                word(from),
                word(to),
                Word.of(0));
    }

    private void treasury() {
        var treasury = at("Treasury");
        event("large-outflow", n -> {
            emit(
                    treasury,
                    "Spent(address,address,uint256,bytes32,bool)",
                    List.of(Word.of(Wire.account(n)), Word.of(at("LocalToken"))),
                    Word.of(MUCH),
                    Word.of(0),
                    Word.of(0));
            return new Subject.Treasury();
        });
        event("backstop-paid", _ -> {
            emit(
                    treasury,
                    "BackstopPaid(uint32,uint64,uint256,bool)",
                    List.of(Word.of(1), Word.of(1)),
                    Word.of(5_000_000),
                    Word.of(0));
            return new Subject.Pool(1);
        });
        var venue = world.treasury().venues().getFirst();
        event("large-allocation", _ -> {
            emit(
                    treasury,
                    "Allocated(address,uint256,uint256)",
                    List.of(Word.of(venue.venue())),
                    Word.of(MUCH),
                    Word.of(venue.state().principal()));
            return new Subject.Venue(venue.venue());
        });
        event("venue-loss", _ -> {
            emit(
                    treasury,
                    "LossRealised(address,uint256,uint256)",
                    List.of(Word.of(venue.venue())),
                    Word.of(5),
                    Word.of(venue.state().principal()));
            return new Subject.Venue(venue.venue());
        });
        var asset = at("LocalToken");
        event(
                "peg-state-changed",
                _ -> {
                    peg(asset, 0, 1);
                    return new Subject.Asset(asset);
                },
                _ -> peg(asset, 1, 0));
    }

    private void peg(Address asset, int from, int to) throws ProblemException {
        emit(
                at("Treasury"),
                "PegStateChanged(address,uint8,uint8,uint256,uint48)",
                List.of(Word.of(asset)),
                Word.of(from),
                Word.of(to),
                Word.of(100_000_000),
                Word.of(world.time()));
    }

    private void states() throws ProblemException {
        var feed = at("PriceFeed");
        var owner = Address.parse("0x" + wire.ask(feed, Wire.call("owner()")).substring(26));
        state(
                "price-not-positive",
                _ -> {
                    wire.send(owner, feed, Wire.call("updateRaw(int256,uint48)", Word.ofSigned(-7), Word.of(1)));
                    return new Subject.Feed(feed);
                },
                _ -> wire.send(owner, feed, Wire.call("update(int256)", Word.of(100_000_000))));
        state(
                "price-at-bounds",
                _ -> {
                    wire.send(owner, feed, Wire.call("update(int256)", Word.of(BigInteger.TWO.pow(190))));
                    return new Subject.Feed(feed);
                },
                _ -> wire.send(owner, feed, Wire.call("update(int256)", Word.of(100_000_000))));
        var asset = at("LocalToken");
        state(
                "peg-loss",
                _ -> {
                    priced(asset, 90_000_000);
                    return new Subject.Asset(asset);
                },
                _ -> priced(asset, 100_000_000));
        var council = deployment.account("council").orElseThrow();
        var threshold =
                new BigInteger(wire.ask(council, Wire.call("getThreshold()")).substring(2), 16);
        state(
                "safe-threshold-changed",
                _ -> {
                    wire.send(council, council, Wire.call("changeThreshold(uint256)", Word.of(1)));
                    return new Subject.Safe(council);
                },
                _ -> wire.send(council, council, Wire.call("changeThreshold(uint256)", Word.of(threshold))));
        state(
                "safe-owners-changed",
                n -> {
                    wire.send(
                            council,
                            council,
                            Wire.call(
                                    "addOwnerWithThreshold(address,uint256)",
                                    Word.of(Wire.account(n)),
                                    Word.of(threshold)));
                    return new Subject.Safe(council);
                },
                n -> wire.send(
                        council,
                        council,
                        Wire.call(
                                "removeOwner(address,address,uint256)",
                                Word.of(1),
                                Word.of(Wire.account(n)),
                                Word.of(threshold))));
        state(
                "safe-modules-changed",
                n -> {
                    wire.send(council, council, Wire.call("enableModule(address)", Word.of(Wire.account(n))));
                    return new Subject.Safe(council);
                },
                n -> wire.send(
                        council,
                        council,
                        Wire.call("disableModule(address,address)", Word.of(1), Word.of(Wire.account(n)))));
    }

    private void priced(Address asset, long price8) throws ProblemException {
        emit(
                at("Treasury"),
                "PegPriced(address,uint256,uint48)",
                List.of(Word.of(asset)),
                Word.of(price8),
                Word.of(world.time()));
    }

    /// Rules whose end is alerted as another change of the same kind: the state of a Safe.
    static boolean isChangedBack(String rule) {
        return rule.startsWith("safe-");
    }

    /// A block of events that are worth no alert, written by the real AccessManager.
    void bulk(int events) throws ProblemException {
        var calls = new ArrayList<Bytes>();
        var each = Wire.call(
                "labelRole(uint64,string)", Word.of(9_000), Word.of(64), Word.of(1), left(Bytes.of(new byte[] {'x'})));
        var padded = Bytes.concat(each, Bytes.of(new byte[(Word.LENGTH - each.length() % Word.LENGTH) % Word.LENGTH]));
        calls.add(Word.of(32));
        calls.add(Word.of(events));
        for (int i = 0; i < events; i++) {
            calls.add(Word.of(32L * events + (long) i * (Word.LENGTH + padded.length())));
        }
        for (int i = 0; i < events; i++) {
            calls.add(Word.of(each.length()));
            calls.add(padded);
        }
        wire.send(
                at("TimelockController"),
                at("AccessManager"),
                Wire.call("multicall(bytes[])", calls.toArray(Bytes[]::new)));
    }
}
