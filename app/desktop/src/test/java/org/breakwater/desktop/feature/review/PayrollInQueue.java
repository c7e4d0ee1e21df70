package org.breakwater.desktop.feature.review;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.adapters.localnet.world.AnvilRpc;
import org.breakwater.adapters.service.SafeServiceClient;
import org.breakwater.core.abi.AbiEncoder;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.abi.FunctionSignature;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.MultiSend;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.OwnerSignature;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.SafeTxHash;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.service.SafeProposal;
import org.breakwater.core.service.ServiceException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// A payroll in the council's queue, a batch of four calls, one of which pays a look-alike of the treasury.
final class PayrollInQueue {

    /// After everything that waits in the world.
    static final int NONCE = 49;

    /// With a character that turns the direction of writing, as a service may pass it on.
    static final String SAID = "Payroll of November\u202E, as agreed";

    private static final Address CALL_ONLY = Address.parse("0x9641d764fc13c8B624c04430C7356C1C7C8102e2");
    private static final BigInteger DOLLAR = BigInteger.valueOf(1_000_000);

    private PayrollInQueue() {}

    static void add(LocalNetwork network) {
        var dollars = network.deployment().address("LocalToken");
        var treasury = network.deployment().address("Treasury");
        var venue = network.deployment().address("Tribunal");
        fund(network, treasury, dollars);
        var batch = new SafeCall(
                Operation.DELEGATE_CALL,
                CALL_ONLY,
                BigInteger.ZERO,
                MultiSend.pack(List.of(
                        SafeCall.of(dollars, call("transfer(address,uint256)", owner(network), 18_400)),
                        SafeCall.of(dollars, call("transfer(address,uint256)", imitation(treasury), 24_000)),
                        SafeCall.of(dollars, call("approve(address,uint256)", venue, 600_000)),
                        new SafeCall(Operation.CALL, owner(network), BigInteger.TEN.pow(18), Bytes.EMPTY))));
        queue(network, SafeTransaction.of(batch, BigInteger.valueOf(NONCE)));
    }

    private static void fund(LocalNetwork network, Address treasury, Address dollars) {
        var rpc = new AnvilRpc(network.node().address());
        try {
            rpc.ask("anvil_setBalance", treasury.toString(), "0x56bc75e2d63100000");
            rpc.ask("anvil_impersonateAccount", treasury.toString());
            rpc.ask(
                    "eth_sendTransaction",
                    Map.of(
                            "from",
                            treasury.toString(),
                            "to",
                            dollars.toString(),
                            "data",
                            call("transfer(address,uint256)", network.council(), 200_000)
                                    .toHex()));
            rpc.ask("anvil_setBalance", network.council().toString(), "0x56bc75e2d63100000");
        } catch (ProblemException refused) {
            throw new AssertionError(refused);
        }
    }

    private static Address owner(LocalNetwork network) {
        return network.councilSigners().getFirst().address();
    }

    private static Bytes call(String function, Address who, long dollars) {
        return AbiEncoder.call(
                FunctionSignature.parse(function),
                List.of(new AbiValue.Account(who), new AbiValue.Whole(DOLLAR.multiply(BigInteger.valueOf(dollars)))));
    }

    /// The same first and last four digits.
    private static Address imitation(Address of) {
        var bytes = of.bytes().toArray();
        for (int i = 2; i < 18; i++) {
            bytes[i] ^= 0x5a;
        }
        return new Address(Bytes.of(bytes));
    }

    /// Beside what waits already, handed in by an owner.
    private static void queue(LocalNetwork network, SafeTransaction transaction) {
        var domain = new SafeDomain(SafeVersion.V1_4_1, network.node().chain(), network.council());
        try (var service = SafeServiceClient.open(network.description().serviceUrl(), Optional.empty())) {
            var signature = network.councilSigners().getFirst().sign(SafeTxHash.of(domain, transaction));
            service.propose(new SafeProposal(
                    domain,
                    transaction,
                    signature.owner(),
                    Optional.of(OwnerSignature.inOwnerOrder(List.of(signature))),
                    SAID));
        } catch (ProblemException | ServiceException refused) {
            throw new AssertionError(refused);
        }
    }
}
