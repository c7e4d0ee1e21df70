package org.breakwater.adapters.index;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Makes an Anvil do what a chain does of itself: mine, fork, emit.
final class AnvilControl {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SENDER = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;

    AnvilControl(URI address) {
        this.address = address;
    }

    JsonNode call(String method, Object... parameters) {
        var request = JSON.createObjectNode()
                .put("jsonrpc", "2.0")
                .put("id", 1)
                .put("method", method)
                .set("params", JSON.valueToTree(List.of(parameters)));
        try {
            var answer = JSON.readTree(http.send(
                            HttpRequest.newBuilder(address)
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(request.toString()))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body());
            if (answer.has("error")) {
                throw new IllegalStateException(method + ": " + answer.get("error"));
            }
            return answer.get("result");
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    long head() {
        return Long.decode(call("eth_blockNumber").asString());
    }

    void mine(long blocks) {
        call("anvil_mine", "0x" + Long.toHexString(blocks));
    }

    /// Replaces the newest blocks by as many empty ones.
    void reorganise(long depth) {
        call("anvil_reorg", depth, List.of());
    }

    void setCode(Address contract, Bytes code) {
        call("anvil_setCode", contract.toString(), code.toHex());
    }

    /// Sends a transaction of an account that Anvil holds.
    void send(Address to, Bytes data) {
        call(
                "eth_sendTransaction",
                Map.of("from", SENDER, "to", to.toString(), "data", data.toHex(), "gas", "0xf42400"));
    }

    /// Sends transactions into one block of their own.
    void sendTogether(Runnable sending) {
        call("evm_setAutomine", false);
        sending.run();
        call("evm_mine");
        call("evm_setAutomine", true);
    }
}
