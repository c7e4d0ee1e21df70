package org.breakwater.adapters.localnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.breakwater.adapters.ethereum.ChainParameterRegistry;
import org.breakwater.adapters.ethereum.ChainPools;
import org.breakwater.adapters.ethereum.ChainSafeContract;
import org.breakwater.adapters.signer.EcdsaRecovery;
import org.breakwater.core.parameters.ProposeTightening;
import org.breakwater.core.parameters.TighteningProposal;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeTxHash;
import org.breakwater.core.safe.SignAndExecute;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocalNetworkTest {

    private LocalNetwork network;
    private ChainParameterRegistry registry;
    private ChainSafeContract safes;
    private SignAndExecute signAndExecute;

    @BeforeEach
    void start() throws ProblemException {
        network = LocalNetwork.start();
        registry = new ChainParameterRegistry(network.node(), network.protocol().parameterRegistry());
        safes = new ChainSafeContract(network.node(), network.executor());
        signAndExecute = new SignAndExecute(network.node().chain(), safes, new EcdsaRecovery());
    }

    @AfterEach
    void stop() {
        network.close();
    }

    @Test
    void aCouncilOfTwoInThreeTightensAParameter() throws ProblemException {
        var proposal = proposal();

        var execution = signAndExecute.run(
                proposal.safe(),
                proposal.transaction(),
                network.councilSigners().subList(0, 2));

        var hash = SafeTxHash.of(network.node().chain(), proposal.safe(), proposal.transaction());
        assertThat(execution.succeeded()).containsExactly(hash.hash());
        assertThat(registry.value(LocalNetwork.INCIDENT_CAP)).isEqualTo(3_500);
        assertThat(safes.state(proposal.safe()).nonce()).isEqualTo(1);
    }

    @Test
    void oneSignatureOfTwoMovesNothing() throws ProblemException {
        var proposal = proposal();

        assertThatThrownBy(() -> signAndExecute.run(
                        proposal.safe(),
                        proposal.transaction(),
                        network.councilSigners().subList(0, 1)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("needs 2 signatures and has 1");
        assertThat(registry.value(LocalNetwork.INCIDENT_CAP)).isEqualTo(4_000);
    }

    @Test
    void thePoolHoldsWhatWasPaidIn() throws ProblemException {
        var pool = new ChainPools(network.node()).pool(network.protocol().pool());

        assertThat(pool.name()).isEqualTo("Bridge pool");
        assertThat(pool.totalAssets()).hasToString("12000000.000000 USDL");
    }

    @Test
    void theCouncilIsAPublishedSafe() throws ProblemException {
        var council = safes.state(network.protocol().council());

        assertThat(council.version()).isEqualTo("1.4.1");
        assertThat(council.owners()).hasSize(3);
        assertThat(council.threshold()).isEqualTo(2);
    }

    private TighteningProposal proposal() throws ProblemException {
        return new ProposeTightening(registry, safes)
                .run(
                        network.protocol().council(),
                        LocalNetwork.INCIDENT_CAP,
                        BigInteger.valueOf(3_500),
                        "Bridge exploits have become larger.");
    }
}
