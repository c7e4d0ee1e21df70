package org.breakwater.adapters.localnet.world;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Bytes;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Anvil's own JSON-RPC, the methods included that no other node has.
public final class AnvilRpc {

    private static final MediaType JSON = MediaType.get("application/json");
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final OkHttpClient HTTP =
            new OkHttpClient.Builder().callTimeout(Duration.ofMinutes(2)).build();

    private final URI address;
    private long id;

    public AnvilRpc(URI address) {
        this.address = address;
    }

    /// What came back: a result, or a refusal.
    ///
    /// @param data what a reverted call returned
    public record Answer(JsonNode result, Optional<String> refusal, Bytes data) {}

    /// Asks, and fails where the node refuses.
    public JsonNode ask(String method, Object... parameters) throws ProblemException {
        var answer = tried(method, parameters);
        if (answer.refusal().isPresent()) {
            throw broken(method, answer.refusal().get(), null);
        }
        return answer.result();
    }

    /// Asks; a refusal is an answer too.
    public Answer tried(String method, Object... parameters) throws ProblemException {
        var body = MAPPER.createObjectNode();
        body.put("jsonrpc", "2.0").put("id", ++id).put("method", method);
        body.set("params", MAPPER.valueToTree(parameters));
        var request = new Request.Builder()
                .url(address.toString())
                .post(RequestBody.create(MAPPER.writeValueAsBytes(body), JSON))
                .build();
        try (var response = HTTP.newCall(request).execute()) {
            return answer(MAPPER.readTree(response.body().byteStream()));
        } catch (IOException | JacksonException failed) {
            throw broken(method, String.valueOf(failed.getMessage()), failed);
        }
    }

    private static Answer answer(JsonNode document) {
        var error = document.path("error");
        if (error.isMissingNode() || error.isNull()) {
            return new Answer(document.path("result"), Optional.empty(), Bytes.EMPTY);
        }
        var data = error.path("data").asString("");
        return new Answer(
                document.path("result"),
                Optional.of(error.path("message").asString("no reason")),
                data.matches("0x([0-9a-fA-F]{2})*") ? Bytes.fromHex(data) : Bytes.EMPTY);
    }

    private static ProblemException broken(
            String method, String why, @org.jspecify.annotations.Nullable Exception cause) {
        var problem = Problem.of("The node failed at " + method + ": " + why + ".", "Start the local network again.");
        return cause == null ? new ProblemException(problem) : new ProblemException(problem, cause);
    }
}
