package org.breakwater.desktop.place;

import java.util.function.Supplier;

/// Lets a person choose where something is kept, and writes it there.
@FunctionalInterface
public interface Saving {

    /// @param suggested name of the file, with its ending
    /// @param content made on the toolkit's thread once a place is chosen
    void save(String suggested, Supplier<byte[]> content);
}
