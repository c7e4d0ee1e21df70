package org.breakwater.adapters.localnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.breakwater.adapters.deployment.NodeConnections;
import org.breakwater.adapters.ethereum.ChainParameterRegistry;
import org.breakwater.adapters.ethereum.ChainPools;
import org.breakwater.adapters.ethereum.ChainSafeContract;
import org.breakwater.adapters.ethereum.ScriptedProtocol;
import org.breakwater.adapters.safe.WorldQueue;
import org.breakwater.adapters.service.SafeServiceClient;
import org.breakwater.adapters.service.ServiceQueues;
import org.breakwater.adapters.signer.EcdsaRecovery;
import org.breakwater.core.parameters.ParameterId;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.parameters.ProposeTightening;
import org.breakwater.core.parameters.TighteningProposal;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeTxHash;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.safe.SignAndExecute;
import org.breakwater.core.service.ReadServedQueue;
import org.breakwater.core.service.ServiceException;
import org.breakwater.core.snapshot.Fact;
import org.breakwater.core.verification.VerifyDeployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocalNetworkTest {

    /// The largest share of a pool's net assets that one subject's cover may take, in basis points.
    private static final ParameterId CONCENTRATION = new ParameterId("SUBJECT_CONCENTRATION", ParameterScope.pool(2));

    private LocalNetwork network;
    private ChainParameterRegistry registry;
    private ChainSafeContract safes;
    private SignAndExecute signAndExecute;

    @BeforeEach
    void start() throws ProblemException {
        network = LocalNetwork.start();
        registry =
                new ChainParameterRegistry(network.node(), network.deployment().address("ParameterRegistry"));
        safes = new ChainSafeContract(network.node(), network.executor());
        signAndExecute = new SignAndExecute(network.node().chain(), safes, new EcdsaRecovery());
    }

    @AfterEach
    void stop() {
        network.close();
    }

    @Test
    void aCouncilOfFourInSevenTightensAParameter() throws ProblemException {
        var before = safes.state(network.council()).nonce();
        var proposal = proposal();

        var execution = signAndExecute.run(
                proposal.safe(),
                proposal.transaction(),
                network.councilSigners().subList(0, 4));

        var hash = SafeTxHash.of(network.node().chain(), proposal.safe(), proposal.transaction());
        assertThat(execution.succeeded()).containsExactly(hash.hash());
        assertThat(registry.value(CONCENTRATION)).isEqualTo(1_800);
        assertThat(safes.state(proposal.safe()).nonce()).isEqualTo(before.add(BigInteger.ONE));
    }

    @Test
    void threeSignaturesOfFourMoveNothing() throws ProblemException {
        var proposal = proposal();

        assertThatThrownBy(() -> signAndExecute.run(
                        proposal.safe(),
                        proposal.transaction(),
                        network.councilSigners().subList(0, 3)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("needs 4 signatures and has 3");
        assertThat(registry.value(CONCENTRATION)).isEqualTo(2_000);
    }

    @Test
    void thePoolHoldsMillionsOfDollars() throws ProblemException {
        var pool = new ChainPools(network.node())
                .pool(network.deployment().pools().get(1).address());

        assertThat(pool.name()).isEqualTo("Breakwater Bridge");
        assertThat(pool.totalAssets().toString()).matches("[0-9]{7,8}\\.[0-9]{6} USDC");
    }

    @Test
    void theCouncilIsAPublishedSafe() throws ProblemException {
        var council = safes.state(network.council());

        assertThat(council.version()).isEqualTo("1.4.1");
        assertThat(council.owners()).hasSize(7);
        assertThat(council.threshold()).isEqualTo(4);
    }

    @Test
    void theProtocolIsProvenToBeWhatItsFileSaysAndAChangeOfAParameterIsExplained() throws ProblemException {
        var proposal = proposal();
        signAndExecute.run(
                proposal.safe(),
                proposal.transaction(),
                network.councilSigners().subList(0, 4));

        try (var connection = new NodeConnections()
                .open(network.description().rpc(), network.description().deployment())) {
            var verification =
                    new VerifyDeployment(new ScriptedProtocol()).run(connection.deployment(), connection.protocol());
            var snapshot = connection.snapshots().read(connection.deployment(), OptionalLong.empty());

            assertThat(verification.differences()).isEmpty();
            assertThat(verification.checked()).isGreaterThan(400);
            assertThat(snapshot.sections())
                    .containsOnlyKeys(
                            "pools", "policies", "incidents", "claims", "treasury", "parameters", "roles", "pauses");
            assertThat(snapshot.sections().get("pools"))
                    .isInstanceOfSatisfying(
                            Fact.Items.class, pools -> assertThat(pools.items()).hasSize(6));
        }
    }

    @Test
    void itsTimeCanBeMovedAheadAndEveryClockGoesWithIt() throws Exception {
        var here = network.clock().withZone(ZoneId.of("Europe/Berlin"));
        var before = network.node().head();

        network.time().moveAhead(Duration.ofDays(7));

        var head = network.node().head();
        assertThat(head.number()).isEqualTo(before.number() + 1);
        assertThat(Duration.between(before.time(), head.time())).isBetween(Duration.ofDays(7), Duration.ofDays(8));
        assertThat(Duration.between(head.time(), network.clock().instant()).abs())
                .isLessThan(Duration.ofSeconds(5));
        assertThat(Duration.between(network.clock().instant(), here.instant()).abs())
                .isLessThan(Duration.ofSeconds(1));
        assertThat(network.node().nextBlockTime())
                .isBetween(head.time(), head.time().plusSeconds(10));
    }

    @Test
    void timeIsNotMovedBackNorWithoutEnd() {
        for (var by : List.of(Duration.ZERO, Duration.ofSeconds(-1), Duration.ofDays(367))) {
            assertThatThrownBy(() -> network.time().moveAhead(by))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("by 366 days at most");
        }
    }

    @Test
    void theTransactionServiceHasExactlyWhatWaits() throws Exception {
        var file = WorldQueue.waiting(network.description().safeQueue());
        var safes = network.description().safes().stream()
                .map(safe -> safe.state().address())
                .toList();

        try (var client = SafeServiceClient.open(network.description().serviceUrl(), Optional.empty())) {
            assertThat(new ServiceQueues(client, safes).waiting()).containsExactlyInAnyOrderElementsOf(file);
            assertThat(client.chain()).isEqualTo(network.node().chain());
            for (var safe : network.description().safes()) {
                var state = safe.state();
                var domain = new SafeDomain(
                        SafeVersion.parse(state.version()), network.node().chain(), state.address());
                var queue = new ReadServedQueue(client, new EcdsaRecovery())
                        .read(domain, state.owners(), state.nonce(), List.of());
                assertThat(queue.findings()).isEmpty();
                assertThat(client.executed(state.address(), 1_000).rows())
                        .hasSize(state.nonce().intValueExact())
                        .allSatisfy(executed -> assertThat(SafeTxHash.of(domain, executed.transaction())
                                        .hash())
                                .isEqualTo(executed.statedHash()));
            }
        }
    }

    @Test
    void theTransactionServiceEndsWithTheNetwork() throws Exception {
        var client = SafeServiceClient.open(network.description().serviceUrl(), Optional.empty());
        var folder = network.folder();
        client.about();

        network.close();

        assertThatThrownBy(client::about).isInstanceOf(ServiceException.class);
        assertThat(folder.resolve("transaction-service.sqlite")).doesNotExist();
    }

    private TighteningProposal proposal() throws ProblemException {
        return new ProposeTightening(registry, safes)
                .run(
                        network.council(),
                        CONCENTRATION,
                        BigInteger.valueOf(1_800),
                        "One bridge must not weigh so much in the pool.");
    }
}
