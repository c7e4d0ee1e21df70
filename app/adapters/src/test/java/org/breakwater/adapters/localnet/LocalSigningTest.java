package org.breakwater.adapters.localnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.concurrent.locks.LockSupport;
import org.breakwater.adapters.ethereum.ArtifactErrors;
import org.breakwater.adapters.ethereum.ChainExecution;
import org.breakwater.adapters.ethereum.ChainParameterRegistry;
import org.breakwater.adapters.ethereum.ChainSafeContract;
import org.breakwater.adapters.ethereum.KeyAccount;
import org.breakwater.adapters.signer.EcdsaRecovery;
import org.breakwater.adapters.signer.KeyDevice;
import org.breakwater.adapters.storage.SqliteSigningJournal;
import org.breakwater.core.execution.ExecuteTransaction;
import org.breakwater.core.execution.ExecutionOutcome;
import org.breakwater.core.execution.SendCall;
import org.breakwater.core.execution.Speed;
import org.breakwater.core.parameters.ParameterId;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.parameters.ProposeTightening;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.OwnerSignature;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeHashCase;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.signing.ContractWitness;
import org.breakwater.core.signing.SignTransaction;
import org.breakwater.core.signing.SignatureRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The people of the local network sign and execute on it with what everybody signs and executes with.
class LocalSigningTest {

    /// The largest share of a pool's net assets that one subject's cover may take, in basis points.
    private static final ParameterId CONCENTRATION = new ParameterId("SUBJECT_CONCENTRATION", ParameterScope.pool(2));

    @Test
    void theCouncilChangesAParameterAsSignersDo(@TempDir Path folder) throws ProblemException {
        try (var network = LocalNetwork.start()) {
            var keys = new LocalKeys();
            var registry = new ChainParameterRegistry(
                    network.node(), network.deployment().address("ParameterRegistry"));
            var safes = new ChainSafeContract(network.node(), network.executor());
            var proposal = new ProposeTightening(registry, safes)
                    .run(
                            network.council(),
                            CONCENTRATION,
                            BigInteger.valueOf(1_800),
                            "A bridge must not weigh so much.");
            var node = network.node();
            var chain = new ChainExecution(node, new ArtifactErrors());
            var calls = new SendCall(chain, BigInteger.valueOf(500_000_000_000L));
            var council = chain.state(network.council());
            var subject = new SafeHashCase(
                    new SafeDomain(SafeVersion.V1_4_1, node.chain(), network.council()), proposal.transaction());
            try (var journal = SqliteSigningJournal.open(folder.resolve("signing.db"), InstantSource.system())) {
                var signing = new SignTransaction(
                        new ContractWitness(node.chain(), safes), journal, journal, new EcdsaRecovery());
                var execution = new ExecuteTransaction(chain, calls, journal, new EcdsaRecovery());
                var signatures = new ArrayList<OwnerSignature>();
                for (var owner : council.owners().subList(0, 4)) {
                    var key = keys.of(owner).orElseThrow();
                    signatures.add(signing.sign(new SignatureRequest.OfTransaction(subject), new KeyDevice(key)));
                }
                var payer = new KeyAccount(keys.of(network.executor().address()).orElseThrow());

                var prepared = execution.prepare(subject, signatures, payer.address());
                var sent = execution.send(subject, prepared, prepared.offer(Speed.NORMAL), payer);

                assertThat(execution.await(
                                subject, sent, Duration.ofSeconds(30), _ -> LockSupport.parkNanos(100_000_000L)))
                        .isInstanceOf(ExecutionOutcome.Succeeded.class);
                assertThat(registry.value(CONCENTRATION)).isEqualTo(1_800);
                assertThat(keys.of(network.council())).isEmpty();
            }
        }
    }
}
