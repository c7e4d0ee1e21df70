package org.breakwater.adapters.localnet;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.concurrent.locks.LockSupport;
import org.breakwater.adapters.ethereum.ArtifactErrors;
import org.breakwater.adapters.ethereum.ChainExecution;
import org.breakwater.adapters.ethereum.ChainSafeContract;
import org.breakwater.adapters.ethereum.KeyAccount;
import org.breakwater.adapters.ethereum.NodeReviewChain;
import org.breakwater.adapters.signer.EcdsaRecovery;
import org.breakwater.adapters.signer.KeyDevice;
import org.breakwater.adapters.storage.SqliteSigningJournal;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.compose.ComposedCall;
import org.breakwater.core.execution.ExecuteTransaction;
import org.breakwater.core.execution.ExecutionOutcome;
import org.breakwater.core.execution.SendCall;
import org.breakwater.core.execution.Speed;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.review.chain.Question;
import org.breakwater.core.rule.ParameterClash.Setting;
import org.breakwater.core.safe.OwnerSignature;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeHashCase;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.signing.ContractWitness;
import org.breakwater.core.signing.SignTransaction;
import org.breakwater.core.signing.SignatureRequest;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Keccak;

/// The council of a local network, which signs and executes with what everybody signs and executes with.
///
/// @param folder for its journal
record CouncilHand(LocalNetwork network, Path folder) {

    /// The largest share of a pool's net assets that one subject's cover may take.
    private static final ParameterKey CONCENTRATION = ParameterKey.SUBJECT_CONCENTRATION;

    private static final ParameterScope POOL = ParameterScope.pool(2);
    private static final BigInteger MOST_FEE = BigInteger.valueOf(500_000_000_000L);
    private static final int ENOUGH = 4;

    private Address registry() {
        return network.deployment().address("ParameterRegistry");
    }

    /// The share in force, in basis points.
    BigInteger concentration() throws ProblemException {
        var question = Question.of(
                registry(),
                "get(bytes32,bytes32)",
                new AbiValue.Binary(CONCENTRATION.word().bytes()),
                new AbiValue.Binary(POOL.encoded().bytes()));
        return NodeReviewChain.atHead(network.node())
                .call(registry(), question.calldata())
                .orElseThrow()
                .toUnsigned();
    }

    /// The call that lowers the share.
    SafeCall concentrate(long bps) {
        return new ComposedCall.Tighten(
                        registry(),
                        new Setting(CONCENTRATION.word(), POOL, BigInteger.valueOf(bps)),
                        Keccak.hash("One bridge must not weigh so much in the pool."))
                .encoded();
    }

    /// Has four owners sign a call, and the executor execute it.
    ExecutionOutcome carryOut(SafeCall call) throws ProblemException {
        var keys = new LocalKeys();
        var node = network.node();
        var chain = new ChainExecution(node, new ArtifactErrors());
        var council = chain.state(network.council());
        var subject = new SafeHashCase(
                new SafeDomain(SafeVersion.V1_4_1, node.chain(), network.council()),
                SafeTransaction.of(call, council.nonce()));
        try (var journal = SqliteSigningJournal.open(folder.resolve("signing.db"), InstantSource.system())) {
            var signing = new SignTransaction(
                    new ContractWitness(node.chain(), new ChainSafeContract(node)),
                    journal,
                    journal,
                    new EcdsaRecovery());
            var execution = new ExecuteTransaction(chain, new SendCall(chain, MOST_FEE), journal, new EcdsaRecovery());
            var signatures = new ArrayList<OwnerSignature>();
            for (var owner : council.owners().subList(0, ENOUGH)) {
                var key = keys.of(owner).orElseThrow();
                signatures.add(signing.sign(new SignatureRequest.OfTransaction(subject), new KeyDevice(key)));
            }
            var payer = new KeyAccount(keys.of(network.executor().address()).orElseThrow());
            var prepared = execution.prepare(subject, signatures, payer.address());
            var sent = execution.send(subject, prepared, prepared.offer(Speed.NORMAL), payer);
            return execution.await(subject, sent, Duration.ofSeconds(30), _ -> LockSupport.parkNanos(100_000_000L));
        }
    }
}
