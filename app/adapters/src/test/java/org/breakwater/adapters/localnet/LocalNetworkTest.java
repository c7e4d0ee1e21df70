package org.breakwater.adapters.localnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.OptionalLong;
import org.breakwater.adapters.deployment.NodeConnections;
import org.breakwater.adapters.ethereum.ChainParameterRegistry;
import org.breakwater.adapters.ethereum.ChainPools;
import org.breakwater.adapters.ethereum.ChainSafeContract;
import org.breakwater.adapters.ethereum.ScriptedProtocol;
import org.breakwater.adapters.signer.EcdsaRecovery;
import org.breakwater.core.parameters.ParameterId;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.parameters.ProposeTightening;
import org.breakwater.core.parameters.TighteningProposal;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeTxHash;
import org.breakwater.core.safe.SignAndExecute;
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

    private TighteningProposal proposal() throws ProblemException {
        return new ProposeTightening(registry, safes)
                .run(
                        network.council(),
                        CONCENTRATION,
                        BigInteger.valueOf(1_800),
                        "One bridge must not weigh so much in the pool.");
    }
}
