package org.breakwater.adapters.localnet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.breakwater.adapters.deployment.DeploymentFile;
import org.breakwater.adapters.ethereum.EthereumNode;
import org.breakwater.adapters.localnet.world.Papers;
import org.breakwater.adapters.localnet.world.Recordings;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.localnet.NetworkDescription.Account;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A world that was told once and is loaded from then on: the node's state, and beside it what is on no chain.
public final class PreparedWorld {

    static final String STATE = "state.json.xz";
    static final String DEPLOYMENT = "deployment.json";
    static final String PEOPLE = "people.json";
    static final String SAFE_QUEUE = "safe-queue.json";
    static final String TEXTS = "texts.json.xz";
    static final String RECORDINGS = "recordings.json.xz";

    private static final JsonMapper JSON = new JsonMapper();

    /// More than any file of a world has, as it is stored.
    private static final int MOST_BYTES = 64 << 20;

    private final WorldFiles files;
    private final WorldManifest manifest;

    private PreparedWorld(WorldFiles files, WorldManifest manifest) {
        this.files = files;
        this.manifest = manifest;
    }

    /// The world that comes with the program, if one does.
    public static Optional<PreparedWorld> ofProgram() throws ProblemException {
        return read(WorldFiles.ofProgram());
    }

    static Optional<PreparedWorld> read(WorldFiles files) throws ProblemException {
        try (var input = files.open(WorldManifest.NAME)) {
            return input == null ? Optional.empty() : Optional.of(new PreparedWorld(files, manifest(input)));
        } catch (IOException | JacksonException | IllegalArgumentException broken) {
            throw corrupt(WorldManifest.NAME, broken);
        }
    }

    private static WorldManifest manifest(InputStream input) throws IOException, ProblemException {
        var document = JSON.readTree(input.readNBytes(MOST_BYTES));
        if (!WorldManifest.isOfThisFormat(document)) {
            throw new ProblemException(Problem.of(
                    "The prepared world is of another version: it says “"
                            + document.path("format").asString("nothing") + "”, this program reads “"
                            + WorldManifest.FORMAT + "”.",
                    "Install the program again, or rebuild the world."));
        }
        return WorldManifest.of(document);
    }

    WorldManifest manifest() {
        return manifest;
    }

    /// Writes the node's state where the node will read it.
    void unpackState(Path to) throws ProblemException {
        var stored = stored(STATE);
        try {
            UnpackedWorlds.of(System.getenv())
                    .write(sha256(stored), () -> Packed.reading(new ByteArrayInputStream(stored)), to);
        } catch (IOException broken) {
            throw corrupt(STATE, broken);
        }
    }

    /// Proves that a node has come up with this world, by its newest block's hash.
    void requireLoaded(EthereumNode node) throws ProblemException {
        var head = node.head();
        if (!head.equals(manifest.head().block())) {
            throw new ProblemException(Problem.of(
                    "The node loaded a world that ends with block " + head.number() + ", " + head.hash()
                            + ", and not the prepared one.",
                    "Install the program again, or rebuild the world."));
        }
    }

    /// Copies the deployment file, and reads it.
    Deployment deployment(Path to) throws ProblemException {
        write(to, stored(DEPLOYMENT));
        return DeploymentFile.read(to).deployment();
    }

    private static void write(Path to, byte[] content) throws ProblemException {
        try {
            Files.write(to, content);
        } catch (IOException failed) {
            throw new ProblemException(
                    Problem.of(to + " could not be written: " + failed.getMessage() + ".", "Make room and try again."),
                    failed);
        }
    }

    Papers papers() throws ProblemException {
        return new Papers(residents(), json(SAFE_QUEUE), packedJson(TEXTS));
    }

    private List<Account> residents() throws ProblemException {
        var residents = new ArrayList<Account>();
        try {
            for (var person : json(PEOPLE)) {
                residents.add(new Account(
                        person.required("name").asString(),
                        person.required("part").asString(),
                        Address.parse(person.required("address").asString()),
                        person.required("path").asString(),
                        person.required("votes").asLong()));
            }
        } catch (JacksonException | IllegalArgumentException broken) {
            throw corrupt(PEOPLE, broken);
        }
        return residents;
    }

    /// What the lenses answered while the world was told.
    public Recordings recordings() throws ProblemException {
        return Recordings.of(packedJson(RECORDINGS));
    }

    private JsonNode json(String name) throws ProblemException {
        try {
            return JSON.readTree(stored(name));
        } catch (JacksonException broken) {
            throw corrupt(name, broken);
        }
    }

    private JsonNode packedJson(String name) throws ProblemException {
        try (var input = Packed.reading(new ByteArrayInputStream(stored(name)))) {
            return JSON.readTree(input);
        } catch (IOException | JacksonException broken) {
            throw corrupt(name, broken);
        }
    }

    /// A file as it is stored, if it is what the manifest says it is.
    private byte[] stored(String name) throws ProblemException {
        try (var input = files.open(name)) {
            if (input == null) {
                throw new IOException("it is missing");
            }
            var content = input.readNBytes(MOST_BYTES);
            if (!sha256(content).equals(manifest.files().get(name))) {
                throw new IOException("it is not the file that the manifest names");
            }
            return content;
        } catch (IOException broken) {
            throw corrupt(name, broken);
        }
    }

    private static ProblemException corrupt(String name, Exception cause) {
        return new ProblemException(
                Problem.of(
                        "The prepared world's " + name + " cannot be used: " + cause.getMessage() + ".",
                        "Install the program again, or rebuild the world."),
                cause);
    }

    private static Hash32 sha256(byte[] content) {
        try {
            return new Hash32(Bytes.of(MessageDigest.getInstance("SHA-256").digest(content)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Collects the files of a world, then writes them.
    static final class Writer {

        private final TreeMap<String, byte[]> files = new TreeMap<>();

        Writer plain(String name, byte[] content) {
            files.put(name, content.clone());
            return this;
        }

        Writer plain(String name, JsonNode document) {
            return plain(name, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(document));
        }

        Writer packed(String name, JsonNode document) throws IOException {
            return packed(name, packed -> packed.write(JSON.writeValueAsBytes(document)));
        }

        Writer packed(String name, Content content) throws IOException {
            var bytes = new ByteArrayOutputStream();
            try (var output = Packed.writing(bytes)) {
                content.writeTo(output);
            }
            files.put(name, bytes.toByteArray());
            return this;
        }

        /// What a file contains.
        @FunctionalInterface
        interface Content {
            void writeTo(OutputStream packed) throws IOException;
        }

        Writer people(List<Account> residents) {
            var list = JSON.createArrayNode();
            for (var resident : residents) {
                list.addObject()
                        .put("name", resident.name())
                        .put("part", resident.part())
                        .put("address", resident.address().toString())
                        .put("path", resident.path())
                        .put("votes", resident.votes());
            }
            return plain(PEOPLE, list);
        }

        void write(
                Path folder, long seed, Hash32 contracts, WorldManifest.Milestone prefix, WorldManifest.Milestone head)
                throws IOException {
            var hashes = new TreeMap<String, Hash32>();
            files.forEach((name, content) -> hashes.put(name, sha256(content)));
            Files.createDirectories(folder);
            for (var file : files.entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
            var manifest = new WorldManifest(seed, contracts, prefix, head, hashes).toJson();
            Files.write(
                    folder.resolve(WorldManifest.NAME),
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        }
    }
}
