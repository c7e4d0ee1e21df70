package org.breakwater.adapters.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.breakwater.adapters.keeping.StoryWorld.account;
import static org.breakwater.adapters.keeping.StoryWorld.done;
import static org.breakwater.adapters.keeping.StoryWorld.number;
import static org.breakwater.adapters.keeping.StoryWorld.usdc;
import static org.breakwater.adapters.keeping.StoryWorld.whole;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.breakwater.adapters.signer.KeySigner;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiType;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.activity.Due.Task;
import org.breakwater.core.keeping.Trial;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.protocol.EscalationReason;
import org.breakwater.core.protocol.IncidentState;
import org.breakwater.core.protocol.SeriesState;
import org.breakwater.core.protocol.SubjectStatus;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.web3j.crypto.Credentials;

/// From a deposit to a payment, and the other stories that the protocol promises, on a real chain: what people do is
/// done by them, and everything else by a keeper without any role. The chain is asked after each step.
class StoriesTest {

    private static final int SMART_CONTRACT = 0;
    private static final int PARAMETRIC = 5;
    private static final int PARAMETRIC_POOL = 6;

    private static final Address DEPOSITOR = Address.parse("0x2000000000000000000000000000000000000001");
    private static final Address PASSENGER = Address.parse("0x2000000000000000000000000000000000000002");
    private static final Address BUILDER = Address.parse("0x2000000000000000000000000000000000000003");

    /// `IIncidents.Incident`
    private static final List<String> INCIDENT = List.of(
            "uint32", "uint32", "uint8", "uint8", "uint8", "uint16", "uint48", "uint48", "uint48", "uint48", "uint48",
            "uint48", "uint48", "uint48", "uint8", "address", "address", "address", "uint256", "uint256", "uint256",
            "address", "uint256", "uint64", "bytes32");

    private static final String REPORT = "(uint32,bytes32,uint8,int256,int256,uint48,uint48,bytes32)";

    @TempDir
    private Path folder;

    private StoryWorld world;

    @BeforeEach
    void start() throws ProblemException {
        world = StoryWorld.start(folder);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    // ── a vault is drained ─────────────────────────────────────────────────────────────────────────────────────

    /// @param insured the example vault, an integrator
    /// @param protocol into which it deposits: what is insured, and measured
    private record Vaults(Address insured, Address protocol, long subjectId) {}

    /// A protocol that is listed, measured by its share price and covered by a pool of twenty million; and a vault over
    /// it that insures whoever deposits.
    private Vaults vaults() throws ProblemException {
        world.provide(1, usdc(20_000_000));
        var subject = world.list(SMART_CONTRACT);
        var protocol = world.create(
                BUILDER,
                "YieldVault",
                List.of("address", "string", "string", "address"),
                account(world.usdc()),
                new AbiValue.Text("Protocol"),
                new AbiValue.Text("PROT"),
                account(BUILDER));
        var insured = world.create(
                BUILDER,
                "InsuredVault",
                List.of("address", "address", "string", "string"),
                account(protocol),
                account(world.contract("AccountCover")),
                new AbiValue.Text("Insured"),
                new AbiValue.Text("INS"));
        var adapter = world.contract("TvlDropAdapter");
        world.send(
                world.dao(),
                adapter,
                "configure(uint32,(address,address,address,bool,uint16,uint32,uint256))",
                whole(subject),
                new AbiValue.Tuple(List.of(
                        account(protocol),
                        account(world.usdc()),
                        account(protocol),
                        new AbiValue.Flag(true),
                        whole(1_000),
                        whole(3 * 86_400L),
                        whole(usdc(100_000_000)))));
        bind(1, subject, adapter);
        world.admit(insured, subject, usdc(5_000));
        var vaults = new Vaults(insured, protocol, subject);
        deposit(vaults, BUILDER, usdc(100));
        return vaults;
    }

    private void bind(int pool, long subject, Address adapter) throws ProblemException {
        world.send(
                world.dao(),
                world.contract("Incidents"),
                "bindAdapter(uint32,uint32,address,bool)",
                whole(pool),
                whole(subject),
                account(adapter),
                new AbiValue.Flag(true));
    }

    private BigInteger deposit(Vaults vaults, Address depositor, BigInteger amount) throws ProblemException {
        world.give(depositor, amount);
        world.send(depositor, world.usdc(), "approve(address,uint256)", account(vaults.insured()), whole(amount));
        world.send(depositor, vaults.insured(), "deposit(uint256,address)", whole(amount), account(depositor));
        return world.number(
                world.contract("AccountCover"),
                "coverIdOf(address,address)",
                account(vaults.insured()),
                account(depositor));
    }

    private BigInteger insured(BigInteger coverId) throws ProblemException {
        var state = world.ask(
                world.contract("AccountCover"),
                "accountState(uint256)",
                List.of("address", "address", "uint256"),
                whole(coverId));
        return number(state.get(2));
    }

    /// Days in which nothing happens but the keeper's readings. Cover counts once it has lasted for whole days (UTC)
    /// through the waiting period of three days, so that one more is needed, whatever hour it began at.
    private void quietDays() throws ProblemException {
        for (int look = 0; look < 5; look++) {
            assertThat(done(world.keep(), Task.TAKE_SAMPLE)).hasSize(1);
            world.pass(Duration.ofHours(23));
        }
        assertThat(done(world.keep(), Task.TAKE_SAMPLE)).hasSize(1);
    }

    /// Part of what the vault holds is gone, in one transaction.
    ///
    /// @return when, seconds since 1970
    private long drain(Vaults vaults, int bps) throws ProblemException {
        var lost = world.number(vaults.protocol(), "totalAssets()")
                .multiply(BigInteger.valueOf(bps))
                .divide(BigInteger.valueOf(10_000));
        return world.send(BUILDER, vaults.protocol(), "writeOff(uint256)", whole(lost));
    }

    private long openIncident(Vaults vaults) throws ProblemException {
        return world.number(
                        world.contract("Incidents"),
                        "openIncidentOf(uint32,uint32)",
                        whole(1),
                        whole(vaults.subjectId()))
                .longValueExact();
    }

    private List<AbiValue> incident(long id) throws ProblemException {
        return world.ask(world.contract("Incidents"), "incident(uint64)", INCIDENT, whole(id));
    }

    private IncidentState state(long id) throws ProblemException {
        return List.of(IncidentState.values()).get(number(incident(id).get(2)).intValueExact());
    }

    /// From the draining transaction to a second reading.
    ///
    /// @return the incident
    private long detectedAndConfirmed(Vaults vaults, long drained) throws ProblemException {
        world.pass(Duration.ofSeconds(12));
        assertThat(done(world.keep(), Task.DETECT_INCIDENT))
                .as("the breach is recorded at the first look")
                .containsExactly("Have a breach of subject " + vaults.subjectId() + " recorded");
        assertThat(openIncident(vaults)).as("one reading is no incident").isZero();

        world.pass(Duration.ofHours(1));
        assertThat(done(world.keep(), Task.DETECT_INCIDENT))
                .containsExactly("Detect an incident of subject " + vaults.subjectId() + " in pool 1");
        var id = openIncident(vaults);
        assertThat(state(id)).isEqualTo(IncidentState.DETECTED);
        var detected = incident(id);
        assertThat(detected.get(15)).as("the detector is the keeper").isEqualTo(account(world.keeperAddress()));
        var took = number(detected.get(7)).longValueExact() - drained;
        System.out.println("From the draining transaction to detect mined: " + took + " s of the chain's time");
        assertThat(took).as("the adapter's hour, and two looks").isBetween(3_600L, 3_660L);

        world.pass(Duration.ofMinutes(15));
        assertThat(done(world.keep(), Task.CONFIRM_INCIDENT)).containsExactly("Confirm incident " + id);
        return id;
    }

    @Test
    void aDepositIsCoveredAndADrainIsPaidWithoutAnybody() throws ProblemException {
        var vaults = vaults();
        var coverId = deposit(vaults, DEPOSITOR, usdc(20_000));
        assertThat(insured(coverId)).as("covered from the deposit on").isBetween(usdc(19_999), usdc(20_000));
        quietDays();

        var drained = drain(vaults, 3_000);
        var id = detectedAndConfirmed(vaults, drained);
        assertThat(state(id)).isEqualTo(IncidentState.CONFIRMED);

        world.pass(Duration.ofHours(24).plusMinutes(1));
        assertThat(done(world.keep(), Task.SETTLE_INCIDENT)).containsExactly("Settle incident " + id);
        assertThat(state(id)).isEqualTo(IncidentState.SETTLING);
        var owed = world.ask(
                world.contract("Claims"),
                "payableFor(uint256,uint64)",
                List.of("uint256", "uint256", "uint256", "uint256"),
                whole(coverId),
                whole(id));
        assertThat(done(world.keep(), Task.SETTLE_COVERS)).hasSize(1);
        assertThat(world.number(world.usdc(), "balanceOf(address)", account(DEPOSITOR)))
                .as("nothing before it is paid")
                .isZero();
        assertThat(done(world.keep(), Task.PAY_CLAIM)).hasSize(2);

        var paid = world.number(world.usdc(), "balanceOf(address)", account(DEPOSITOR));
        System.out.println("Paid " + paid + " of a loss of " + number(owed.get(1)) + " after " + (world.now() - drained)
                + " s of the chain's time");
        assertThat(paid).as("to the unit, what the arithmetic grants").isEqualTo(number(owed.get(3)));
        assertThat(number(owed.get(1))).as("three tenths").isBetween(usdc(5_990), usdc(6_001));
        assertThat(world.now() - drained).isLessThan(Duration.ofHours(26).toSeconds());
    }

    @Test
    void aSmallLossIsASignThatTheAdapterDoesNotShare() throws ProblemException {
        var vaults = vaults();
        deposit(vaults, DEPOSITOR, usdc(20_000));
        quietDays();
        drain(vaults, 200);

        var signs = world.look().stream()
                .filter(tried -> tried.action().due().task() == Task.DETECT_INCIDENT)
                .toList();

        assertThat(signs).singleElement().satisfies(sign -> {
            assertThat(sign.action().why()).contains("It holds 2 % less than at the last look");
            assertThat(sign.trial())
                    .isInstanceOfSatisfying(
                            Trial.Refused.class,
                            refused -> assertThat(refused.why()).contains("NotTriggered"));
        });
        assertThat(done(world.keep(), Task.DETECT_INCIDENT)).isEmpty();
        assertThat(openIncident(vaults)).isZero();
    }

    @Test
    void aLossAboveTheLimitsGoesToTheDao() throws ProblemException {
        var vaults = vaults();
        for (int number = 1; number <= 3; number++) {
            var large = Address.parse("0x300000000000000000000000000000000000000" + number);
            assertThat(insured(deposit(vaults, large, usdc(900_000)))).isGreaterThan(usdc(899_000));
        }
        quietDays();

        var id = detectedAndConfirmed(vaults, drain(vaults, 3_000));

        assertThat(state(id)).isEqualTo(IncidentState.ESCALATED);
        assertThat(List.of(EscalationReason.values())
                        .get(number(incident(id).get(3)).intValueExact()))
                .isEqualTo(EscalationReason.ABOVE_AUTO_LIMIT);
        var caseId = number(incident(id).get(23));
        assertThat(caseId).as("the DAO's case").isPositive();
        world.pass(Duration.ofHours(25));
        assertThat(done(world.keep(), Task.SETTLE_INCIDENT))
                .as("no keeper settles it")
                .isEmpty();
        assertThat(state(id)).isEqualTo(IncidentState.ESCALATED);
    }

    // ── a flight is late ───────────────────────────────────────────────────────────────────────────────────────

    @Test
    void aFlightThatIs130MinutesLatePaysItsHolders() throws ProblemException, IOException {
        world.provide(PARAMETRIC_POOL, usdc(200_000));
        var flight = world.list(PARAMETRIC);
        var adapter = world.contract("ParametricAdapter");
        var signers = signers();
        world.send(
                world.dao(),
                adapter,
                "setSigners(address[],uint8)",
                new AbiValue.Items(signers.stream()
                        .map(signer -> account(signer.address()))
                        .toList()),
                whole(2));
        world.send(
                world.dao(),
                adapter,
                "configure(uint32,(bool,int128,int128,uint16,uint16,uint16,uint32))",
                whole(flight),
                new AbiValue.Tuple(List.of(
                        new AbiValue.Flag(true),
                        whole(120),
                        whole(120),
                        whole(10_000),
                        whole(10_000),
                        whole(5_000),
                        whole(60 * 86_400L))));
        bind(PARAMETRIC_POOL, flight, adapter);
        var series = world.contract("CoverSeries");
        var salesEnd = world.now() + 2 * 86_400L;
        world.send(
                world.dao(),
                series,
                "open(uint32,uint32,address,uint256,uint256,uint48,uint48,bytes32)",
                whole(PARAMETRIC_POOL),
                whole(flight),
                account(adapter),
                whole(usdc(1)),
                whole(1_000),
                whole(salesEnd),
                whole(salesEnd + 7 * 86_400L),
                new AbiValue.Binary(
                        Keccak.hash("Delays of 120 minutes and more.").bytes()));
        world.give(PASSENGER, usdc(1_000));
        world.send(PASSENGER, world.usdc(), "approve(address,uint256)", account(series), whole(usdc(1_000)));
        world.send(
                PASSENGER,
                series,
                "mint(uint256,uint256,uint256,address)",
                whole(1),
                whole(250),
                whole(usdc(1_000)),
                account(PASSENGER));
        var before = world.number(world.usdc(), "balanceOf(address)", account(PASSENGER));

        world.pass(Duration.ofDays(3));
        assertThat(done(world.keep(), Task.SETTLE_SERIES))
                .as("nothing is known yet")
                .isEmpty();
        Files.writeString(
                folder.resolve("flight.hex"),
                report(adapter, flight, 130, signers).toHex() + "\n");
        Files.writeString(folder.resolve("noise.hex"), "0xdeadbeef");

        assertThat(done(world.keep(), Task.SETTLE_SERIES)).containsExactly("Settle series 1");
        var settled = world.ask(series, "series(uint256)", List.of("uint32", "uint32", "uint8"), whole(1));
        assertThat(List.of(SeriesState.values()).get(number(settled.get(2)).intValueExact()))
                .isEqualTo(SeriesState.SETTLED);
        assertThat(done(world.keep(), Task.REDEEM_SERIES)).hasSize(1);
        assertThat(world.number(world.usdc(), "balanceOf(address)", account(PASSENGER))
                        .subtract(before))
                .as("a dollar for each of 250 units")
                .isEqualTo(usdc(250));
    }

    private static List<KeySigner> signers() {
        return Stream.of("first", "second", "third")
                .map(name -> new KeySigner(Credentials.create(
                        Keccak.hash("The " + name + " signer").toString())))
                .sorted(Comparator.comparing(KeySigner::address))
                .toList();
    }

    /// As the adapter says that it is to be signed, by two of three.
    private Bytes report(Address adapter, long subject, long minutes, List<KeySigner> signers) throws ProblemException {
        var report = new AbiValue.Tuple(List.of(
                whole(subject),
                new AbiValue.Binary(Keccak.hash("The first report").bytes()),
                whole(0),
                whole(minutes),
                whole(0),
                whole(world.now() - 3_600),
                whole(world.now() - 60),
                new AbiValue.Binary(Keccak.hash("The airport's record").bytes())));
        var digest = world.ask(adapter, "digestOf(" + REPORT + ")", List.of("bytes32"), report)
                .getFirst();
        var signatures = signers.stream()
                .limit(2)
                .<AbiValue>map(signer -> new AbiValue.Binary(signature(signer, digest)))
                .toList();
        return AbiEncoder.encode(
                List.of(AbiType.parse(REPORT), AbiType.parse("bytes[]")),
                List.of(report, new AbiValue.Items(signatures)));
    }

    private static Bytes signature(KeySigner signer, AbiValue digest) {
        var signature = signer.sign(new Hash32(((AbiValue.Binary) digest).bytes()));
        return Bytes.concat(
                Word.of(signature.r()), Word.of(signature.s()), Bytes.of(new byte[] {(byte) signature.v()}));
    }

    // ── a risk worsens ─────────────────────────────────────────────────────────────────────────────────────────

    @Test
    void aSubjectWhoseRiskWorsensIsSuspended() throws ProblemException {
        world.provide(1, usdc(1_000_000));
        var subject = world.list(SMART_CONTRACT);
        assertThat(status(subject)).isEqualTo(SubjectStatus.LISTED);
        assertThat(done(world.keep(), Task.ENFORCE_SUBJECT)).isEmpty();
        world.pass(Duration.ofHours(2));

        world.attest(subject, false);
        assertThat(done(world.keep(), Task.ENFORCE_SUBJECT)).containsExactly("Enforce the rules on subject " + subject);

        assertThat(status(subject)).isEqualTo(SubjectStatus.SUSPENDED);
        assertThat(world.ask(
                                world.contract("Underwriting"),
                                "salesClosed(uint32,uint32)",
                                List.of("bytes32"),
                                whole(1),
                                whole(subject))
                        .getFirst())
                .as("nothing is sold on it any more")
                .isNotEqualTo(new AbiValue.Binary(Bytes.zeros(Word.LENGTH)));
        assertThat(done(world.keep(), Task.ENFORCE_SUBJECT)).isEmpty();
    }

    private SubjectStatus status(long subject) throws ProblemException {
        var answer = world.ask(
                world.contract("RiskRegistry"), "statusOf(uint32)", List.of("uint8", "uint48"), whole(subject));
        return List.of(SubjectStatus.values()).get(number(answer.getFirst()).intValueExact());
    }
}
