package org.breakwater.desktop.place;

import java.util.function.Supplier;

/// Lets a person choose where something is kept, and writes it there.
@FunctionalInterface
public interface Saving {

    /// @param suggested name of the file, with its ending
    /// @param content made on the toolkit's thread once a place is chosen
    /// @param saved told on the toolkit's thread once the file is there
    void save(String suggested, Supplier<byte[]> content, Runnable saved);

    /// As above, where nothing depends on it.
    default void save(String suggested, Supplier<byte[]> content) {
        save(suggested, content, () -> {});
    }
}
