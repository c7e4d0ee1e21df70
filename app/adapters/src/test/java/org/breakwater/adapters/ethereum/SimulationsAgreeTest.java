package org.breakwater.adapters.ethereum;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.chain.SimulatedCall;
import org.breakwater.core.review.chain.Simulation;
import org.breakwater.core.safe.ExecTransaction;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.OwnerSignature;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeSignature;
import org.breakwater.core.safe.SafeStorage;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.SafeTxHash;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Word;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A node that traces and one that only simulates blocks tell the same of a Safe's execution.
class SimulationsAgreeTest {

    private static LocalNetwork network;

    @BeforeAll
    @SuppressWarnings("NullAway.Init") // JUnit calls it before anything else
    static void start() throws ProblemException {
        network = LocalNetwork.start();
        new AnvilHand(network.node()).ask("anvil_setBalance", network.council().toString(), "0xde0b6b3a7640000");
    }

    @AfterAll
    static void stop() {
        network.close();
    }

    private static SafeCall ownCall(String function, AbiValue... arguments) {
        return SafeCall.of(network.council(), AbiEncoder.call(FunctionSignature.parse(function), arguments));
    }

    @Test
    void aPaymentMovesTheSameMoney() throws ProblemException {
        var payee = network.executor().address();
        var call = new SafeCall(Operation.CALL, payee, BigInteger.valueOf(12_345), Bytes.EMPTY);

        assertThat(agreed(call).balances()).containsEntry(payee, BigInteger.valueOf(12_345));
    }

    @Test
    void anotherThresholdIsSeenInTheSameWord() throws ProblemException {
        var simulation = agreed(ownCall("changeThreshold(uint256)", AbiValue.Whole.of(5)));

        assertThat(simulation.changes(network.council(), SafeStorage.THRESHOLD)).isTrue();
    }

    @Test
    void aNewOwnerChangesTheSameEntries() throws ProblemException {
        var owner = new AbiValue.Account(network.executor().address());
        var simulation = agreed(ownCall("addOwnerWithThreshold(address,uint256)", owner, AbiValue.Whole.of(4)));

        assertThat(simulation.changes(network.council(), SafeStorage.ownerEntry(SafeStorage.SENTINEL)))
                .isTrue();
    }

    @Test
    void aFailureReturnsTheSameReason() throws ProblemException {
        var simulation = agreed(ownCall("changeThreshold(uint256)", AbiValue.Whole.of(99)));

        assertThat(simulation.succeeded()).isFalse();
        assertThat(simulation.returned().isEmpty()).isFalse();
    }

    /// What both ways tell, which must be the same.
    private static Simulation agreed(SafeCall call) throws ProblemException {
        var node = network.node();
        var block = node.head();
        var simulated = execution(call, block);
        var traced = new TracedCall(node, block).run(simulated);
        var blocks = new SimulatedBlocks(node, block).run(simulated);

        assertThat(blocks.succeeded()).isEqualTo(traced.succeeded());
        assertThat(blocks.returned()).isEqualTo(traced.returned());
        assertThat(blocks.events()).isEqualTo(traced.events());
        assertThat(blocks.gas()).isEqualTo(traced.gas()).isPositive();
        for (var slot : simulated.watched()) {
            assertThat(blocks.changes(network.council(), slot)).isEqualTo(traced.changes(network.council(), slot));
        }
        assertThat(blocks.balances().getOrDefault(network.council(), BigInteger.ZERO))
                .isEqualTo(traced.balances().getOrDefault(network.council(), BigInteger.ZERO));
        return traced;
    }

    private static SimulatedCall execution(SafeCall call, BlockRef block) throws ProblemException {
        var node = network.node();
        var safe = new SafeStorage(network.council(), new BlockView(node, block)::storage).configuration();
        var transaction = SafeTransaction.of(call, safe.nonce());
        var hash = SafeTxHash.of(new SafeDomain(SafeVersion.V1_4_1, node.chain(), safe.address()), transaction)
                .hash();
        var approving = safe.owners().stream()
                .sorted()
                .limit(safe.threshold().intValueExact())
                .toList();
        var stored = new HashMap<Hash32, Hash32>();
        approving.forEach(owner -> stored.put(SafeStorage.approval(owner, hash), new Hash32(Word.of(1))));
        return new SimulatedCall(
                approving.getFirst(),
                safe.address(),
                calldata(transaction, approving),
                Map.copyOf(stored),
                List.of(
                        SafeStorage.SINGLETON,
                        SafeStorage.OWNER_COUNT,
                        SafeStorage.THRESHOLD,
                        SafeStorage.ownerEntry(SafeStorage.SENTINEL)),
                Optional.empty());
    }

    private static Bytes calldata(SafeTransaction transaction, List<Address> approving) {
        var signatures = OwnerSignature.inOwnerOrder(approving.stream()
                .map(owner -> new OwnerSignature(owner, new SafeSignature.ApprovedHash(owner)))
                .toList());
        return ExecTransaction.encode(transaction, signatures);
    }
}
