package org.breakwater.adapters.localnet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where the files of a prepared world are.
@FunctionalInterface
interface WorldFiles {

    /// Set to a folder, that folder's world is used instead of the program's own.
    String PROPERTY = "breakwater.world";

    /// @return nothing where there is no such file
    @Nullable
    InputStream open(String name) throws IOException;

    static WorldFiles ofProgram() {
        var folder = System.getProperty(PROPERTY);
        return folder == null ? name -> WorldFiles.class.getResourceAsStream("prepared/" + name) : of(Path.of(folder));
    }

    static WorldFiles of(Path folder) {
        return name -> {
            var file = folder.resolve(name);
            return Files.exists(file) ? Files.newInputStream(file) : null;
        };
    }
}
