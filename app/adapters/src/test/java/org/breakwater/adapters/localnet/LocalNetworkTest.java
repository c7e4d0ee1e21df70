package org.breakwater.adapters.localnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.breakwater.adapters.deployment.NodeConnections;
import org.breakwater.adapters.ethereum.ChainSafeContract;
import org.breakwater.adapters.ethereum.ScriptedProtocol;
import org.breakwater.adapters.safe.WorldQueue;
import org.breakwater.adapters.service.SafeServiceClient;
import org.breakwater.adapters.service.ServiceQueues;
import org.breakwater.adapters.signer.EcdsaRecovery;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeTxHash;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.service.ReadServedQueue;
import org.breakwater.core.service.ServiceException;
import org.breakwater.core.snapshot.Fact;
import org.breakwater.core.verification.VerifyDeployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalNetworkTest {

    private LocalNetwork network;

    @BeforeEach
    void start() throws ProblemException {
        network = LocalNetwork.start();
    }

    @AfterEach
    void stop() {
        network.close();
    }

    @Test
    void theCouncilIsAPublishedSafe() throws ProblemException {
        var council = new ChainSafeContract(network.node()).state(network.council());

        assertThat(council.version()).isEqualTo("1.4.1");
        assertThat(council.owners()).hasSize(7);
        assertThat(council.threshold()).isEqualTo(4);
    }

    @Test
    void theProtocolIsProvenToBeWhatItsFileSaysAndAChangeOfAParameterIsExplained(@TempDir Path folder)
            throws ProblemException {
        var council = new CouncilHand(network, folder);
        council.carryOut(council.concentrate(1_800));

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
}
