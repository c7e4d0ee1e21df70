import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.web3j.codegen.SolidityFunctionWrapperGenerator;

/// Writes, from the committed artifacts and the published Safe packages, what the Java side is built from:
/// typed web3j classes (`target/generated-sources/contracts`) and the packed artifacts
/// (`target/generated-resources`). Arguments: this module's folder and its build folder.
///
/// The classes carry no bytecode: a constant may not exceed 65,535 bytes, and deployments read the artifacts.
final class GenerateContracts {

    /// One published Safe release: where npm puts it, and what the program takes from it.
    private record Release(String version, String npmPackage, List<String> contracts, List<String> typed) {}

    private static final List<Release> SAFE_RELEASES = List.of(
            new Release(
                    "1.3.0",
                    "@gnosis.pm/safe-contracts",
                    List.of(
                            "GnosisSafe",
                            "GnosisSafeL2",
                            "GnosisSafeProxyFactory",
                            "CompatibilityFallbackHandler",
                            "MultiSend",
                            "MultiSendCallOnly",
                            "SignMessageLib"),
                    List.of()),
            new Release("1.4.1", "@safe-global/safe-contracts", safeContracts(), List.of("Safe", "SafeProxyFactory")),
            new Release("1.5.0", "@safe-global/safe-smart-account", safeContracts(), List.of()));

    private static List<String> safeContracts() {
        return List.of(
                "Safe",
                "SafeL2",
                "SafeProxyFactory",
                "CompatibilityFallbackHandler",
                "MultiSend",
                "MultiSendCallOnly",
                "SignMessageLib");
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    /// A contract, interface or library, or an enumeration inside the last one.
    private static final Pattern DECLARATION = Pattern.compile(
            "\\b(?:contract|interface|library)\\s+(?<container>\\w+)[^;{]*\\{|\\benum\\s+(?<name>\\w+)\\s*\\{(?<values>[^}]*)}");

    private final Path module;
    private final Path sources;
    private final Path resources;
    private final Path interfaces;
    private final Path stamp;

    static void main(String[] arguments) throws Exception {
        new GenerateContracts(Path.of(arguments[0]), Path.of(arguments[1])).run();
    }

    private GenerateContracts(Path module, Path build) {
        this.module = module;
        sources = build.resolve("generated-sources/contracts");
        resources = build.resolve("generated-resources/org/breakwater/contracts");
        interfaces = build.resolve("interfaces");
        stamp = build.resolve("generated");
    }

    void run() throws Exception {
        for (var folder : List.of(sources, resources, interfaces)) {
            empty(folder);
        }
        for (var file : artifacts()) {
            var artifact = JSON.readTree(file.toFile());
            if (artifact.has("contractName")) {
                var name = artifact.get("contractName").asText();
                pack(resources.resolve(name + ".json"), artifact);
                type("org.breakwater.contracts", name, artifact.get("abi"));
            } else {
                Files.copy(file, resources.resolve(file.getFileName()));
            }
        }
        for (var release : SAFE_RELEASES) {
            for (var contract : release.contracts()) {
                var artifact = safeArtifact(release, contract);
                pack(resources.resolve("safe").resolve(release.version()).resolve(contract + ".json"), artifact);
                if (release.typed().contains(contract)) {
                    type("org.breakwater.contracts.safe", contract, artifact.get("abi"));
                }
            }
        }
        singletonFactory();
        enumerations();
        Files.writeString(stamp, "");
        Files.setLastModifiedTime(stamp, FileTime.from(Instant.now()));
    }

    private List<Path> artifacts() throws IOException {
        try (Stream<Path> files = Files.list(module.resolve("artifacts"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private JsonNode safeArtifact(Release release, String contract) throws IOException {
        var folder =
                module.resolve("node_modules").resolve(release.npmPackage()).resolve("build/artifacts/contracts");
        try (Stream<Path> files = Files.walk(folder)) {
            var file = files.filter(path -> path.endsWith(contract + ".json"))
                    .findFirst()
                    .orElseThrow(() -> new IOException(contract + ".json is not in " + folder));
            return JSON.readTree(file.toFile());
        }
    }

    /// Keeps the Safe singleton factory's deployment as its signer published it for the local network's chain id.
    private void singletonFactory() throws IOException {
        var file = module.resolve("node_modules/@safe-global/safe-singleton-factory/artifacts/31337/deployment.json");
        Files.copy(file, resources.resolve("safe/singleton-factory-31337.json"));
    }

    /// Keeps the names of the enumerations, which an ABI does not have: `Kind`, `IProtocolLens.PolicyState`.
    private void enumerations() throws IOException {
        var names = JSON.createObjectNode();
        try (Stream<Path> files = Files.walk(module.resolve("src"))) {
            for (var file : files.filter(path -> path.toString().endsWith(".sol"))
                    .sorted()
                    .toList()) {
                enumerations(withoutComments(Files.readString(file)), names);
            }
        }
        JSON.writeValue(resources.resolve("enums.json").toFile(), names);
    }

    private static String withoutComments(String source) {
        return source.replaceAll("(?s)/\\*.*?\\*/", " ").replaceAll("//[^\n]*", " ");
    }

    private static void enumerations(String source, ObjectNode names) {
        var scope = "";
        var found = DECLARATION.matcher(source);
        while (found.find()) {
            if (found.group("container") != null) {
                scope = found.group("container") + ".";
            } else {
                var values = names.putArray(scope + found.group("name"));
                for (var value : found.group("values").split(",")) {
                    values.add(value.strip());
                }
            }
        }
    }

    private void pack(Path file, JsonNode artifact) throws IOException {
        ObjectNode packed = JSON.createObjectNode();
        for (var field : List.of(
                "contractName", "abi", "bytecode", "deployedBytecode", "immutableReferences", "storageLayout")) {
            if (artifact.has(field)) {
                packed.set(field, artifact.get(field));
            }
        }
        Files.createDirectories(file.getParent());
        JSON.writeValue(file.toFile(), packed);
    }

    private void type(String packageName, String contract, JsonNode abi) throws Exception {
        var file = interfaces.resolve(contract + ".abi");
        JSON.writeValue(file.toFile(), abi);
        new SolidityFunctionWrapperGenerator(
                        null, file.toFile(), sources.toFile(), contract, packageName, true, false, 160)
                .generate();
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                for (var path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(folder);
    }
}
