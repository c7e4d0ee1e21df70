package org.breakwater.adapters.localnet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import org.breakwater.core.value.Hash32;

/// Where the state of a prepared world stays unpacked for the next start. Unpacking takes a second of a processor,
/// which counts where many networks are started one after another, as the tests do: they name a folder in the
/// environment variable `BREAKWATER_WORLDS`. Without it every start unpacks for itself.
///
/// A file is named by what it was unpacked from, and is there whole or not at all. That the node came up with the right
/// world is proven by its newest block's hash, wherever the state came from.
final class UnpackedWorlds {

    private static final String VARIABLE = "BREAKWATER_WORLDS";

    private final Optional<Path> folder;

    private UnpackedWorlds(Optional<Path> folder) {
        this.folder = folder;
    }

    static UnpackedWorlds of(Map<String, String> environment) {
        return new UnpackedWorlds(
                Optional.ofNullable(environment.get(VARIABLE)).map(Path::of).map(Path::toAbsolutePath));
    }

    /// What a state is read from.
    @FunctionalInterface
    interface Packing {
        InputStream open() throws IOException;
    }

    /// Writes a state where the node will read it.
    ///
    /// @param packed the SHA-256 of the state as it is stored
    void write(Hash32 packed, Packing packing, Path to) throws IOException {
        if (folder.isEmpty()) {
            unpack(packing, to);
            return;
        }
        var kept = folder.get().resolve(packed + ".json");
        if (!Files.isRegularFile(kept)) {
            keep(packing, kept);
        }
        Files.copy(kept, to);
    }

    private static void keep(Packing packing, Path kept) throws IOException {
        var under = Files.createDirectories(kept.getParent());
        var begun = Files.createTempFile(under, "begun-", ".json");
        try {
            Files.delete(begun);
            unpack(packing, begun);
            Files.move(begun, kept, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(begun);
        }
    }

    private static void unpack(Packing packing, Path to) throws IOException {
        try (var state = packing.open()) {
            Files.copy(state, to);
        }
    }
}
