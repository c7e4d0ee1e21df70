package org.breakwater.adapters.localnet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.breakwater.core.value.Address;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Safe's own client from npm in a process of its own, told what to do line by line: see
/// `src/test/node/official-client.mjs`.
final class OfficialClient implements AutoCloseable {

    static final JsonMapper JSON = new JsonMapper();

    private static final Path FOLDER = Path.of("src/test/node");

    private final Process process;
    private final Writer input;
    private final BufferedReader output;

    private OfficialClient(Process process) {
        this.process = process;
        this.input = process.outputWriter();
        this.output = process.inputReader();
    }

    /// @param rpc of the node
    static OfficialClient start(URI rpc, long chain, URI service, SafeRelease release) throws IOException {
        var contracts = JSON.createObjectNode()
                .put("safeSingletonAddress", release.singleton().toString())
                .put("safeProxyFactoryAddress", release.proxyFactory().toString())
                .put("fallbackHandlerAddress", release.fallbackHandler().toString())
                .put("multiSendAddress", contract(release, "MultiSend").toString())
                .put(
                        "multiSendCallOnlyAddress",
                        contract(release, "MultiSendCallOnly").toString())
                .put(
                        "signMessageLibAddress",
                        contract(release, "SignMessageLib").toString());
        var setting = JSON.createObjectNode()
                .put("rpc", rpc.toString())
                .put("chainId", chain)
                .put("service", service.toString())
                .put("version", release.version());
        setting.set("contracts", contracts);
        return new OfficialClient(new ProcessBuilder("node", "official-client.mjs", setting.toString())
                .directory(FOLDER.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    private static Address contract(SafeRelease release, String name) {
        return release.contracts().stream()
                .filter(contract -> contract.name().equals(name))
                .findFirst()
                .orElseThrow()
                .address();
    }

    /// The official client refused, or the service did.
    static final class FailedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int status;

        FailedException(JsonNode answer) {
            super(answer.required("failure").asString() + " " + answer.path("data"));
            this.status = answer.path("status").asInt(0);
        }

        /// Of HTTP, as the official client understood it.
        int status() {
            return status;
        }
    }

    /// What a task of the script answers.
    JsonNode does(String task, ObjectNode given) {
        try {
            input.write(given.put("task", task).toString());
            input.write('\n');
            input.flush();
            var line = output.readLine();
            if (line == null) {
                throw new IOException("the official client ended");
            }
            var answer = JSON.readTree(line);
            if (answer.has("failure")) {
                throw new FailedException(answer);
            }
            return answer.required("result");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() throws IOException {
        input.close();
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join().destroyForcibly();
    }
}
