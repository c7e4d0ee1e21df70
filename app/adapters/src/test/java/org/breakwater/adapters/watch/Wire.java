package org.breakwater.adapters.watch;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.breakwater.adapters.localnet.world.AnvilRpc;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Selector;
import org.breakwater.core.value.Word;

/// Sends transactions as anybody to a local chain that mines each at once.
final class Wire {

    private static final String GAS = "0x1c9c380";
    private static final String PLENTY = "0x56bc75e2d63100000";

    private final AnvilRpc rpc;
    private final List<Address> impersonated = new ArrayList<>();

    Wire(URI node) {
        rpc = new AnvilRpc(node);
    }

    AnvilRpc rpc() {
        return rpc;
    }

    static Bytes call(String signature, Bytes... words) {
        var parts = new Bytes[words.length + 1];
        parts[0] = Selector.of(signature).bytes();
        System.arraycopy(words, 0, parts, 1, words.length);
        return Bytes.concat(parts);
    }

    /// What a function answers.
    String ask(Address contract, Bytes data) throws ProblemException {
        return rpc.ask("eth_call", Map.of("to", contract.toString(), "data", data.toHex()), "latest")
                .asString();
    }

    /// In a block of its own, which must succeed.
    void send(Address from, Address to, Bytes data) throws ProblemException {
        var hash = submit(from, to, data);
        for (int attempt = 0; attempt < 5_000; attempt++) {
            var receipt = rpc.ask("eth_getTransactionReceipt", hash);
            if (!receipt.isNull()) {
                if (!receipt.get("status").asString().equals("0x1")) {
                    throw new AssertionError("reverted: " + to + " " + data.toHex());
                }
                return;
            }
            pause();
        }
        throw new AssertionError("no receipt of " + hash);
    }

    /// In a block of its own, without looking whether it succeeds.
    ///
    /// @return the transaction's hash
    String submit(Address from, Address to, Bytes data) throws ProblemException {
        if (!impersonated.contains(from)) {
            rpc.ask("anvil_impersonateAccount", from.toString());
            rpc.ask("anvil_setBalance", from.toString(), PLENTY);
            impersonated.add(from);
        }
        return rpc.ask(
                        "eth_sendTransaction",
                        Map.of("from", from.toString(), "to", to.toString(), "gas", GAS, "data", data.toHex()))
                .asString();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(2);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// An account that nobody has.
    static Address account(long number) {
        return new Address(Word.of(0xb0_0000_0000L + number).slice(Word.LENGTH - Address.LENGTH, Word.LENGTH));
    }
}
