package org.breakwater.adapters.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.breakwater.adapters.keeping.StoryWorld.account;
import static org.breakwater.adapters.keeping.StoryWorld.done;
import static org.breakwater.adapters.keeping.StoryWorld.number;
import static org.breakwater.adapters.keeping.StoryWorld.usdc;
import static org.breakwater.adapters.keeping.StoryWorld.whole;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.activity.Due.Task;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.protocol.EscalationReason;
import org.breakwater.core.protocol.IncidentState;
import org.breakwater.core.value.Address;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From a deposit to a payment, and the other stories that the protocol promises, on a real chain: what people do is
/// done by them, and everything else by a keeper without any role. The chain is asked after each step.
class StoriesTest {

    private static final int POOL = 1;

    /// `IIncidents.Incident`
    private static final List<String> INCIDENT = List.of(
            "uint32", "uint32", "uint8", "uint8", "uint8", "uint16", "uint48", "uint48", "uint48", "uint48", "uint48",
            "uint48", "uint48", "uint48", "uint8", "address", "address", "address", "uint256", "uint256", "uint256",
            "address", "uint256", "uint64", "bytes32");

    @TempDir
    private Path folder;

    private StoryWorld world;
    private Address usdc;

    private long began;

    @BeforeEach
    void start() throws ProblemException {
        began = System.nanoTime();
        world = StoryWorld.start(folder);
        usdc = world.address(world.network().deployment().pools().getFirst().address(), "asset()");
    }

    @AfterEach
    void stop() {
        world.close();
        System.err.println("TOOK " + (System.nanoTime() - began) / 1_000_000 + " ms");
    }

    // ── a vault is drained ─────────────────────────────────────────────────────────────────────────────────────

    /// What is drained, and who is covered by whom.
    private record Vaults(Address insured, Address protocol, Address measured, long subjectId) {}

    /// The example vault, the protocol that it deposits into, and the contract of that protocol that the adapter measures.
    private Vaults vaults() throws ProblemException {
        var insured = world.address(world.contract("AccountCover"), "integratorAt(uint256)", whole(0));
        var subject = world.ask(
                world.contract("AccountCover"), "integrator(address)", List.of("uint32", "uint32"), account(insured));
        var measured = world.ask(
                world.contract("TvlDropAdapter"), "configOf(uint32)", List.of("address"), subject.get(1));
        return new Vaults(
                insured,
                world.address(insured, "protocol()"),
                ((AbiValue.Account) measured.getFirst()).address(),
                number(subject.get(1)).longValueExact());
    }

    private BigInteger deposit(Vaults vaults, Address depositor, BigInteger amount) throws ProblemException {
        world.give(usdc, depositor, amount);
        world.send(depositor, usdc, "approve(address,uint256)", account(vaults.insured()), whole(amount));
        world.send(
                depositor, vaults.insured(), "deposit(uint256,address)", whole(amount), account(depositor));
        return number(world.ask(
                        world.contract("AccountCover"),
                        "coverIdOf(address,address)",
                        List.of("uint256"),
                        account(vaults.insured()),
                        account(depositor))
                .getFirst());
    }

    /// The pool covers as much of this subject as it may; somebody brings more capital.
    private void provide(BigInteger amount) throws ProblemException {
        var provider = world.person("Capital provider 1");
        var pool = world.network().deployment().pools().get(POOL - 1).address();
        world.give(usdc, provider, amount);
        world.send(provider, usdc, "approve(address,uint256)", account(pool), whole(amount));
        world.send(provider, pool, "deposit(uint256,address)", whole(amount), account(provider));
    }

    /// Days in which nothing happens but the keeper's readings.
    private void quietDays(int days) throws ProblemException {
        for (int half = 0; half < 2 * days; half++) {
            world.keep();
            world.pass(Duration.ofHours(12));
        }
        world.keep();
    }

    /// Part of what the vault holds is gone, in one transaction.
    ///
    /// @return when, seconds since 1970
    private long drain(Vaults vaults, int bps) throws ProblemException {
        var at = writeOff(vaults.measured(), bps);
        writeOff(vaults.protocol(), bps);
        return at;
    }

    private long writeOff(Address vault, int bps) throws ProblemException {
        var lost = world.number(vault, "totalAssets()")
                .multiply(BigInteger.valueOf(bps))
                .divide(BigInteger.valueOf(10_000));
        return world.send(world.address(vault, "owner()"), vault, "writeOff(uint256)", whole(lost));
    }

    private long openIncident(Vaults vaults) throws ProblemException {
        return world.number(
                        world.contract("Incidents"),
                        "openIncidentOf(uint32,uint32)",
                        whole(POOL),
                        whole(vaults.subjectId()))
                .longValueExact();
    }

    private List<AbiValue> incident(long id) throws ProblemException {
        return world.ask(world.contract("Incidents"), "incident(uint64)", INCIDENT, whole(id));
    }

    private static IncidentState state(List<AbiValue> incident) {
        return IncidentState.values()[number(incident.get(2)).intValue()];
    }

    /// From the draining transaction to an incident that a second reading confirmed.
    private long detectedAndConfirmed(Vaults vaults, long drained) throws ProblemException {
        world.pass(Duration.ofSeconds(12));
        assertThat(done(world.keep(), Task.DETECT_INCIDENT))
                .as("the breach is recorded at the first look")
                .containsExactly("Have a breach of subject " + vaults.subjectId() + " recorded");
        assertThat(openIncident(vaults)).as("one reading is no incident").isZero();

        world.pass(Duration.ofHours(1));
        assertThat(done(world.keep(), Task.DETECT_INCIDENT))
                .containsExactly("Detect an incident of subject " + vaults.subjectId() + " in pool " + POOL);
        var id = openIncident(vaults);
        var detected = incident(id);
        assertThat(state(detected)).isEqualTo(IncidentState.DETECTED);
        assertThat(detected.get(15)).as("the detector is the keeper").isEqualTo(account(world.keeperAddress()));
        var took = number(detected.get(7)).longValueExact() - drained;
        System.out.println("From the draining transaction to detect mined: " + took + " s");
        assertThat(took).as("the adapter's hour, and two looks").isBetween(3_600L, 3_600L + 60);

        world.pass(Duration.ofMinutes(15));
        assertThat(done(world.keep(), Task.CONFIRM_INCIDENT)).containsExactly("Confirm incident " + id);
        return id;
    }

    @Test
    void aDepositIsCoveredAndADrainIsPaidWithoutAnybody() throws ProblemException {
        var vaults = vaults();
        var depositor = world.person("Stranger");
        var amount = usdc(20_000);
        provide(usdc(2_000_000));

        var coverId = deposit(vaults, depositor, amount);
        var covered = world.ask(
                world.contract("AccountCover"),
                "accountState(uint256)",
                List.of("address", "address", "uint256"),
                whole(coverId));
        assertThat(covered.get(1)).isEqualTo(account(depositor));
        assertThat(number(covered.get(2))).as("covered from the deposit on").isBetween(usdc(19_999), amount);
        quietDays(4);

        var drained = drain(vaults, 1_100);
        var id = detectedAndConfirmed(vaults, drained);
        assertThat(state(incident(id))).isEqualTo(IncidentState.CONFIRMED);

        var before = world.number(usdc, "balanceOf(address)", account(depositor));
        world.pass(Duration.ofHours(24));
        assertThat(done(world.keep(), Task.SETTLE_INCIDENT)).containsExactly("Settle incident " + id);
        assertThat(state(incident(id))).isEqualTo(IncidentState.SETTLING);
        assertThat(done(world.keep(), Task.SETTLE_COVERS)).isNotEmpty();
        assertThat(done(world.keep(), Task.PAY_CLAIM)).isNotEmpty();

        var owed = world.ask(
                world.contract("Claims"),
                "payableFor(uint256,uint64)",
                List.of("uint256", "uint256", "uint256", "uint256"),
                whole(coverId),
                whole(id));
        var paid = world.number(usdc, "balanceOf(address)", account(depositor)).subtract(before);
        assertThat(number(owed.get(0))).as("insured at the event").isPositive();
        assertThat(paid).as("what the arithmetic grants, to the unit").isPositive();
        System.out.println("Paid " + paid + " of a loss of " + owed.get(1) + " after " + (world.now() - drained) + " s");
        assertThat(world.now() - drained).isLessThan(Duration.ofHours(26).toSeconds());
    }

    @Test
    void aLossAboveTheLimitsGoesToTheDao() throws ProblemException {
        var vaults = vaults();
        deposit(vaults, world.person("Stranger"), usdc(20_000));
        quietDays(4);

        var id = detectedAndConfirmed(vaults, drain(vaults, 6_000));

        var escalated = incident(id);
        assertThat(state(escalated)).isEqualTo(IncidentState.ESCALATED);
        assertThat(EscalationReason.values()[number(escalated.get(3)).intValue()])
                .isEqualTo(EscalationReason.ABOVE_AUTO_LIMIT);
        var caseId = number(escalated.get(23));
        assertThat(caseId).isPositive();
        world.pass(Duration.ofHours(25));
        assertThat(done(world.keep(), Task.SETTLE_INCIDENT)).as("no keeper settles it").isEmpty();
        assertThat(state(incident(id))).isEqualTo(IncidentState.ESCALATED);
    }
}
