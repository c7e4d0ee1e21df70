package org.breakwater.adapters.machine;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.breakwater.core.review.check.Release;

/// The files of a release, as the file `release-manifest` beside the program's own archive names them: a first line
/// `breakwater-release VERSION`, then a line for each archive, its SHA-256 and its name as `sha256sum` writes them.
public final class ReleaseManifest {

    static final String NAME = "release-manifest";

    private static final int MOST_BYTES = 1 << 20;
    private static final Pattern FIRST = Pattern.compile("breakwater-release ([0-9A-Za-z.+-]{1,40})");
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([^/\\\\\\p{Cntrl}]{1,200})");

    /// Reading every archive takes a while, and none changes while it runs.
    private static final class OfThisProgram {
        static final Release STATE = compare(program(), loaded());
    }

    private final String version;
    private final Map<String, String> hashes;

    private ReleaseManifest(String version, Map<String, String> hashes) {
        this.version = version;
        this.hashes = hashes;
    }

    /// How the archives that this program was loaded from compare with its release.
    public static Release ofThisProgram() {
        return OfThisProgram.STATE;
    }

    /// Where this class was loaded from.
    private static Optional<Path> program() {
        var source = ReleaseManifest.class.getProtectionDomain().getCodeSource();
        return source == null || source.getLocation() == null
                ? Optional.empty()
                : Optional.of(Path.of(source.getLocation().getPath()));
    }

    private static List<Path> loaded() {
        return Stream.of("java.class.path", "jdk.module.path")
                .flatMap(property -> Optional.ofNullable(System.getProperty(property)).stream())
                .flatMap(path -> Stream.of(path.split(File.pathSeparator)))
                .filter(entry -> !entry.isBlank())
                .map(Path::of)
                .toList();
    }

    /// @param program the program's own archive
    /// @param loaded every archive and folder that code is loaded from
    static Release compare(Optional<Path> program, List<Path> loaded) {
        var manifest = program.filter(Files::isRegularFile).map(archive -> archive.resolveSibling(NAME));
        if (manifest.filter(Files::isRegularFile).isEmpty()) {
            return new Release.Unknown(
                    "This program was built here, and no release was packed with it to compare with.");
        }
        try {
            return read(manifest.get())
                    .<Release>map(read -> read.compare(loaded))
                    .orElseGet(() -> new Release.Unknown("The release manifest beside this program cannot be read."));
        } catch (IOException unread) {
            return new Release.Unknown("The release manifest beside this program cannot be read.");
        }
    }

    private static Optional<ReleaseManifest> read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            return Optional.empty();
        }
        var lines = Files.readString(file, StandardCharsets.UTF_8).lines().toList();
        var first = FIRST.matcher(lines.isEmpty() ? "" : lines.getFirst());
        if (!first.matches()) {
            return Optional.empty();
        }
        var hashes = new HashMap<String, String>();
        for (var line : lines.subList(1, lines.size())) {
            var entry = LINE.matcher(line);
            if (!entry.matches() || hashes.put(entry.group(2), entry.group(1)) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(new ReleaseManifest(first.group(1), hashes));
    }

    private Release compare(List<Path> loaded) {
        var others = new ArrayList<String>();
        for (var archive : loaded) {
            var name = String.valueOf(archive.getFileName());
            var known = hashes.get(name);
            if (known == null || !sha256(archive).equals(Optional.of(known))) {
                others.add(name);
            }
        }
        return others.isEmpty() ? new Release.Same(version, loaded.size()) : new Release.Altered(version, others);
    }

    /// Nothing for a folder, which no release has.
    private static Optional<String> sha256(Path archive) {
        if (!Files.isRegularFile(archive)) {
            return Optional.empty();
        }
        try (var input = new DigestInputStream(Files.newInputStream(archive), MessageDigest.getInstance("SHA-256"))) {
            input.transferTo(OutputStream.nullOutputStream());
            return Optional.of(HexFormat.of().formatHex(input.getMessageDigest().digest()));
        } catch (IOException unread) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
