package org.breakwater.adapters.ethereum;

import static org.assertj.core.api.Assertions.assertThat;

import com.esaulpaugh.headlong.abi.Function;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.core.methods.response.EthGetTransactionReceipt;
import org.web3j.protocol.core.methods.response.TransactionReceipt;
import org.web3j.protocol.http.HttpService;

/// What a test does to a local chain that nobody could do to a real one: be anybody, write storage, move time, go back.
public final class AnvilHand {

    private static final String GAS = "0x1c9c380";
    private static final int RECEIPT_ATTEMPTS = 2_000;
    private static final String PLENTY = "0x56bc75e2d63100000";

    private final HttpService service;

    public AnvilHand(EthereumNode node) {
        this.service = new HttpService(node.address().toString());
    }

    /// What any method answers.
    static final class AnyResponse extends Response<Object> {}

    public Object ask(String method, Object... parameters) {
        try {
            var answer = new Request<>(method, List.of(parameters), service, AnyResponse.class).send();
            assertThat(answer.hasError())
                    .as(() -> method + ": " + answer.getError().getMessage())
                    .isFalse();
            return answer.getResult() == null ? "" : answer.getResult();
        } catch (IOException broken) {
            throw new AssertionError(method, broken);
        }
    }

    /// A point to come back to.
    public String mark() {
        return (String) ask("evm_snapshot");
    }

    public void backTo(String mark) {
        assertThat(ask("evm_revert", mark)).isEqualTo(true);
    }

    public void pass(long seconds) {
        ask("evm_increaseTime", seconds);
        ask("evm_mine");
    }

    public void code(Address account, String code) {
        ask("anvil_setCode", account.toString(), code);
    }

    public void storage(Address contract, Hash32 slot, Bytes word) {
        ask("anvil_setStorageAt", contract.toString(), slot.toString(), word.toHex());
        ask("evm_mine");
    }

    /// Calls a function as someone, in a real transaction that must succeed.
    TransactionReceipt call(Address caller, Address contract, Function function, Object... arguments) {
        return send(
                caller,
                Map.of(
                        "from", caller.toString(),
                        "to", contract.toString(),
                        "gas", GAS,
                        "data", ContractAbi.call(function, arguments).toHex()));
    }

    /// Sends calldata as someone, in a real transaction that must succeed.
    public TransactionReceipt send(Address sender, Address to, Bytes data) {
        return send(sender, Map.of("from", sender.toString(), "to", to.toString(), "gas", GAS, "data", data.toHex()));
    }

    /// Creates a contract as someone.
    public Address create(Address creator, Bytes code) {
        var receipt = send(creator, Map.of("from", creator.toString(), "gas", GAS, "data", code.toHex()));
        return Address.parse(receipt.getContractAddress());
    }

    private TransactionReceipt send(Address sender, Map<String, String> transaction) {
        ask("anvil_setBalance", sender.toString(), PLENTY);
        ask("anvil_impersonateAccount", sender.toString());
        try {
            var receipt = receipt(ask("eth_sendTransaction", transaction));
            assertThat(receipt.isStatusOK()).as(transaction::toString).isTrue();
            return receipt;
        } finally {
            ask("anvil_stopImpersonatingAccount", sender.toString());
        }
    }

    private TransactionReceipt receipt(Object hash) {
        try {
            for (int attempt = 0; attempt < RECEIPT_ATTEMPTS; attempt++) {
                var receipt = new Request<>(
                                "eth_getTransactionReceipt", List.of(hash), service, EthGetTransactionReceipt.class)
                        .send()
                        .getTransactionReceipt();
                if (receipt.isPresent()) {
                    return receipt.get();
                }
                Thread.sleep(5);
            }
            throw new AssertionError("no receipt of " + hash);
        } catch (IOException | InterruptedException broken) {
            throw new AssertionError(broken);
        }
    }
}
