package org.breakwater.desktop.place;

import java.util.function.Consumer;

/// Lets a person choose a file of text, and reads it beside the toolkit's thread.
@FunctionalInterface
public interface Opening {

    /// A file that was chosen.
    record Opened(String name, String text) {}

    /// @param most bytes that are read; a longer file is refused in a sentence
    /// @param sink called on the toolkit's thread, if a file was chosen and could be read
    void open(String title, int most, Consumer<Opened> sink);
}
