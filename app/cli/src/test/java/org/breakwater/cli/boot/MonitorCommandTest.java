package org.breakwater.cli.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.breakwater.adapters.localnet.LocalNetwork;
import org.breakwater.adapters.localnet.ReadWorld;
import org.breakwater.adapters.localnet.world.AnvilRpc;
import org.breakwater.core.stress.Assumptions;
import org.breakwater.core.stress.AssumptionsText;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Selector;
import org.breakwater.core.value.Word;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `breakwater monitor` against the world on a real node.
@Timeout(180)
class MonitorCommandTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int HOLD = 5;

    private static LocalNetwork network;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        network = LocalNetwork.start();
        ReadWorld.from(network);
    }

    @BeforeEach
    void read() {
        ReadWorld.into(folder.resolve("index.sqlite"));
    }

    @AfterAll
    static void stop() {
        network.close();
    }

    private record Outcome(int exitCode, String output, String errors) {}

    private List<String> arguments(String... more) {
        var arguments = new ArrayList<>(List.of(
                "monitor",
                "--deployment",
                network.description().deployment(),
                "--db",
                folder.resolve("index.sqlite").toString()));
        arguments.addAll(List.of(more));
        return arguments;
    }

    private Outcome run(String... more) {
        var out = new StringWriter();
        var errors = new StringWriter();
        var code = Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(errors))
                .execute(arguments(more).toArray(String[]::new));
        return new Outcome(code, out.toString(), errors.toString());
    }

    private static String rpc() {
        return network.description().rpc();
    }

    @Test
    void onceItPrintsWhatStandsAndEndsWithACodeByTheWorstOfIt() {
        var first = run("--once", "--rpc", rpc());
        assertThat(first.errors()).isEmpty();
        assertThat(first.exitCode()).isEqualTo(HOLD);
        assertThat(first.output().lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line)
                        .matches("\\S+Z standing (hold|warning|note) [a-z0-9-]+ #\\d+ \\S+ (\\d+|-) .*\\."));

        assertThat(run("--once", "--rpc", rpc()).output())
                .as("nothing is told anew")
                .isEqualTo(first.output());

        var documents = run("--once", "--json", "--rpc", rpc());
        assertThat(documents.output().lines())
                .hasSameSizeAs(first.output().lines().toList())
                .allSatisfy(line ->
                        assertThat(JSON.readTree(line).get("evidence").size()).isPositive());
    }

    @Test
    void theNextEndpointIsReadWhereTheFirstIsSilent() {
        var outcome = run("--once", "--rpc", "http://127.0.0.1:9", "--rpc", rpc());
        assertThat(outcome.exitCode()).isEqualTo(HOLD);
        assertThat(outcome.errors())
                .contains("http://127.0.0.1:9 does not answer; ")
                .contains("is read instead.");
    }

    /// A file with these rules, from its second line on.
    private Path rules(String rules) throws IOException {
        return Files.writeString(
                folder.resolve("rules.json"),
                "{\"format\": \"breakwater.watch-rules\", \"version\": 1, \"rules\": [\n" + rules + "]}\n");
    }

    @Test
    void aFileOfRulesThatIsWrongIsRefusedByItsLine() throws Exception {
        var rules = rules("""
              {"rule": "thin", "severity": "warning", "says": "A pool is thin",
               "when": {"metric": "solvency", "of": "every pool", "below": "110 days"}}
            """);
        var outcome = run("--once", "--rpc", rpc(), "--rules", rules.toString());
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output()).isEmpty();
        assertThat(outcome.errors())
                .startsWith("breakwater: Line 3 of ")
                .contains("“110 days” is no figure of solvency");
    }

    @Test
    void anOwnRuleIsTheOnlyOne() throws Exception {
        var rules = rules("""
              {"rule": "far", "severity": "note", "says": "Nothing", "when": {"health": "store-failing"}}
            """);
        var outcome = run("--once", "--rpc", rpc(), "--rules", rules.toString());
        assertThat(outcome).isEqualTo(new Outcome(0, "", ""));
    }

    /// Less than nothing is left of pools' own funds where a loss is as good as certain, and whole.
    @Test
    void figuresAssumeWhatAFileSays() throws Exception {
        var rules = rules("""
              {"rule": "funds", "severity": "hold", "says": "Expected claims are more than there is",
               "when": {"metric": "own-funds", "of": "every pool", "below": "0 assets"}}
            """);
        var file = folder.resolve("assumptions.txt");
        var standard = AssumptionsText.write(Assumptions.initial());
        Files.writeString(
                file,
                standard.replaceAll("(?m)^(level \\S+) = .*$", "$1 = 99 %")
                        .replaceAll("(?m)^(severity [^=]+) = [^,]*,", "$1 = 99 %,"));
        var asked = new String[] {"--once", "--rpc", rpc(), "--rules", rules.toString(), "--assumptions", ""};

        assertThat(run("--once", "--rpc", rpc(), "--rules", rules.toString()))
                .as("by what the console begins with")
                .isEqualTo(new Outcome(0, "", ""));
        asked[6] = file.toString();
        var assumed = run(asked);
        assertThat(assumed.exitCode()).isEqualTo(HOLD);
        assertThat(assumed.output()).contains(" hold funds #");
        assertThat(assumed.errors())
                .startsWith("breakwater: Expected claims assume what " + file
                        + " says; other than what the console begins with: level unrated, level low,"
                        + " level guarded, level elevated, level high, level critical, severity ");

        Files.writeString(file, standard.replace("policies = renewed", "policies = gone"));
        var refused = run(asked);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output()).isEmpty();
        assertThat(refused.errors())
                .startsWith("breakwater: The assumptions in " + file + " do not hold. Line ")
                .contains("Correct it there; nothing is assumed in its place.");

        asked[6] = folder.resolve("none.txt").toString();
        assertThat(run(asked).exitCode()).isEqualTo(1);
    }

    private Path hook() throws Exception {
        var hook = folder.resolve("hook");
        Files.writeString(hook, "#!/bin/sh\ncat >> '%1$s'; echo >> '%1$s'\n".formatted(folder.resolve("told")));
        Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwx------"));
        return hook;
    }

    private String targets(String... more) throws Exception {
        var targets = folder.resolve("targets.json");
        Files.writeString(targets, """
            {"format": "breakwater-targets/1", "targets": [
              {"name": "hook", "kind": "command", "command": ["%s"]}%s]}
            """.formatted(hook(), String.join("", more)));
        return targets.toString();
    }

    /// What the hook has written, without a line that it has not ended.
    private List<JsonNode> told() throws Exception {
        var text = Files.readString(folder.resolve("told"));
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .map(JSON::readTree)
                .flatMap(message -> StreamSupport.stream(message.get("changes").spliterator(), false))
                .toList();
    }

    @Test
    void whatStandsReachesTheTargetsOnceBeforeALookEnds() throws Exception {
        var first = run("--once", "--rpc", rpc(), "--targets", targets());
        assertThat(first.errors()).isEmpty();
        assertThat(first.exitCode()).isEqualTo(HOLD);
        assertThat(told()).hasSameSizeAs(first.output().lines().toList());

        run("--once", "--rpc", rpc(), "--targets", targets());
        assertThat(told()).hasSameSizeAs(first.output().lines().toList());

        var wrong = targets(", {\"name\": \"b\", \"kind\": \"command\", \"command\": [\"/bin/true\"],"
                + " \"rules\": [\"no-such\"]}");
        var refused = run("--once", "--rpc", rpc(), "--targets", wrong);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.errors()).contains("takes the rule “no-such”, which no rule file has");
    }

    @Test
    void itTellsEachChangeInALineUntilItIsAskedToStop() throws Exception {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(arguments("--rpc", rpc(), "--metrics", "0", "--targets", targets()));
        var program = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var said = program.inputReader()) {
            var figures = lineWith(said, "are offered at ").replaceAll(".* at (\\S+)\\.", "$1");
            assertThat(lineWith(said, " stood ")).contains(" #");
            assertThat(lineWith(said, " stood already ")).contains("alerts stood already when watching began.");
            grantRole();
            assertThat(lineWith(said, " role-granted ")).contains(" raised hold role-granted #");

            while (told().stream()
                    .noneMatch(change -> change.get("rule").asString().equals("role-granted"))) {
                Thread.sleep(20);
            }
            assertThat(told().stream().map(change -> change.get("sequence").asLong()))
                    .doesNotHaveDuplicates()
                    .isSorted();
            var text = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(figures)).build(), BodyHandlers.ofString())
                    .body();
            assertThat(text)
                    .contains(
                            "breakwater_solvency_ratio{scope=\"pool\",pool=\"1\"} ",
                            "runway",
                            "breakwater_endpoint_used{endpoint=\"" + rpc() + "\"} 1\n",
                            "breakwater_store_size_bytes{store=\"alerts\"} ",
                            "breakwater_delivery_well{target=\"hook\"} 1\n")
                    .containsPattern("breakwater_alerts\\{severity=\"hold\"} [1-9]")
                    .endsWith("# EOF\n");

            program.destroy();
            assertThat(program.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(program.exitValue()).isZero();
        } finally {
            program.destroyForcibly();
        }
    }

    private static void grantRole() throws Exception {
        var timelock = network.deployment().address("TimelockController").toString();
        var rpc = new AnvilRpc(network.node().address());
        rpc.ask("anvil_impersonateAccount", timelock);
        rpc.ask("anvil_setBalance", timelock, "0x56bc75e2d63100000");
        var data = Bytes.concat(
                Selector.of("grantRole(uint64,address,uint32)").bytes(), Word.of(40), Word.of(7), Word.of(0));
        rpc.ask(
                "eth_sendTransaction",
                Map.of(
                        "from", timelock,
                        "to", network.deployment().address("AccessManager").toString(),
                        "data", data.toHex()));
    }

    private static String lineWith(BufferedReader said, String words) throws Exception {
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            if (line.contains(words)) {
                return line;
            }
        }
        throw new AssertionError("it never said" + words);
    }
}
