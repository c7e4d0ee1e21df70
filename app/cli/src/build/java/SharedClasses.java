import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;

/// Has the libraries' classes ready for the program's runs, in an archive that Java maps into memory instead of
/// reading, parsing and verifying the same classes each time. It is made anew only where a library or the JDK
/// is another one.
///
/// Java takes it where the class path begins with the very libraries that it was made of. The program's own classes
/// come after them and are none of it: they are folders, which Java archives nothing of, and change with each build.
final class SharedClasses {

    private static final String ARCHIVE = "classes.jsa";
    private static final String MADE_OF = "made-of";

    /// Nobody answers there, so the run ends before it needs a network; what it has loaded by then is most of what any
    /// command loads.
    private static final List<String> TRIAL = List.of(
            "org.breakwater.cli.boot.Main",
            "review",
            "--json",
            "--rpc",
            "http://127.0.0.1:9",
            "--safe",
            "0x0000000000000000000000000000000000000001",
            "--tx");

    private static final String TRANSACTION = """
        {"to": "0x0000000000000000000000000000000000000001", "value": 0, "data": null, "operation": 0, "nonce": 0}
        """;

    private final Path folder;
    private final List<String> flags;

    /// @param folder of the archive and what belongs to it
    /// @param flags that Java is started with
    SharedClasses(Path folder, List<String> flags) {
        this.folder = folder;
        this.flags = flags;
    }

    /// @param libraries the jars of the class path
    /// @param own what comes after them
    /// @return what the class path begins with
    List<Path> ready(List<Path> libraries, List<Path> own) throws IOException, InterruptedException {
        var madeOf = described(libraries);
        var unsigned = new ArrayList<Path>();
        for (var library : libraries) {
            unsigned.add(isSigned(library) ? folder.resolve(library.getFileName()) : library);
        }
        if (isReady(madeOf)) {
            return unsigned;
        }
        Files.createDirectories(folder);
        Files.deleteIfExists(folder.resolve(MADE_OF));
        for (int i = 0; i < libraries.size(); i++) {
            if (!unsigned.get(i).equals(libraries.get(i))) {
                copyWithoutSignature(libraries.get(i), unsigned.get(i));
            }
        }
        archive(unsigned, own);
        Files.writeString(folder.resolve(MADE_OF), madeOf);
        return unsigned;
    }

    /// Leaves none: the program runs without it.
    void forget() throws IOException {
        Files.deleteIfExists(folder.resolve(MADE_OF));
        Files.deleteIfExists(folder.resolve(ARCHIVE));
    }

    private boolean isReady(String madeOf) throws IOException {
        var before = folder.resolve(MADE_OF);
        return Files.exists(folder.resolve(ARCHIVE))
                && Files.exists(before)
                && Files.readString(before).equals(madeOf);
    }

    /// What Java itself compares before it takes an archive.
    private String described(List<Path> libraries) throws IOException {
        var lines = new ArrayList<String>();
        lines.add(System.getProperty("java.home") + " " + System.getProperty("java.vm.version"));
        lines.add(String.join(" ", flags));
        for (var library : libraries) {
            lines.add(library + " " + Files.size(library) + " " + Files.getLastModifiedTime(library));
        }
        return String.join("\n", lines) + "\n";
    }

    private static boolean isSigned(Path library) throws IOException {
        try (var jar = new JarFile(library.toFile(), false)) {
            return jar.stream().anyMatch(SharedClasses::isSignature);
        }
    }

    private static boolean isSignature(ZipEntry entry) {
        return entry.getName().matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
    }

    /// Java archives no class of a signed jar, and reads and checks the digests of thousands of files before it loads
    /// the first: a third of a short run's time. Whether the library is the one that was meant is Maven's to check.
    private static void copyWithoutSignature(Path library, Path copy) throws IOException {
        var unfinished = copy.resolveSibling(copy.getFileName() + ".part");
        try (var jar = new JarFile(library.toFile(), false);
                var output = Files.newOutputStream(unfinished)) {
            writeWithoutSignature(jar, output);
        }
        Files.move(unfinished, copy, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void writeWithoutSignature(JarFile jar, OutputStream output) throws IOException {
        // The digests are what follows the manifest's first part.
        var manifest = new Manifest();
        manifest.getMainAttributes().putAll(jar.getManifest().getMainAttributes());
        manifest.getMainAttributes().putIfAbsent(Attributes.Name.MANIFEST_VERSION, "1.0");
        try (var unsigned = new JarOutputStream(output, manifest)) {
            unsigned.setLevel(Deflater.NO_COMPRESSION);
            for (var entry : Collections.list(jar.entries())) {
                if (!isSignature(entry) && !entry.getName().equals(JarFile.MANIFEST_NAME)) {
                    var file = new ZipEntry(entry.getName());
                    file.setTime(entry.getTime());
                    unsigned.putNextEntry(file);
                    try (var content = jar.getInputStream(entry)) {
                        content.transferTo(unsigned);
                    }
                }
            }
        }
    }

    private void archive(List<Path> libraries, List<Path> own) throws IOException, InterruptedException {
        var transaction = Files.writeString(folder.resolve("transaction.json"), TRANSACTION);
        var loaded = folder.resolve("loaded");
        var unfinished = folder.resolve(ARCHIVE + ".part");
        try {
            java(
                    List.of("-XX:DumpLoadedClassList=" + loaded, "-cp", classPath(libraries, own)),
                    Stream.concat(TRIAL.stream(), Stream.of(transaction.toString()))
                            .toList());
            // A line with @cp has its class linked, and a linked class in a format before Java 6's, which all of
            // picocli's are in, is left out.
            var classes = Files.readAllLines(loaded).stream()
                    .filter(line -> !line.startsWith("@cp "))
                    .toList();
            Files.write(loaded, classes);
            java(
                    List.of(
                            "-Xshare:dump",
                            "-XX:SharedClassListFile=" + loaded,
                            "-XX:SharedArchiveFile=" + unfinished,
                            "-cp",
                            classPath(libraries, List.of())),
                    List.of());
            Files.move(unfinished, folder.resolve(ARCHIVE), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(transaction);
            Files.deleteIfExists(loaded);
            Files.deleteIfExists(unfinished);
        }
    }

    private static String classPath(List<Path> libraries, List<Path> own) {
        return Stream.concat(libraries.stream(), own.stream())
                .map(Path::toString)
                .collect(Collectors.joining(":"));
    }

    /// What becomes of it is told by the files that it leaves.
    private void java(List<String> more, List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xlog:disable"));
        command.addAll(more);
        command.addAll(arguments);
        new ProcessBuilder(command)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
