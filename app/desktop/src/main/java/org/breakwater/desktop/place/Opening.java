package org.breakwater.desktop.place;

import java.util.function.Consumer;
import org.breakwater.core.value.Bytes;

/// Lets a person choose a file, and reads it beside the toolkit's thread.
public interface Opening {

    /// A file of text that was chosen.
    record Opened(String name, String text) {}

    /// A file of whatever kind that was chosen.
    record OpenedBytes(String name, Bytes content) {}

    /// Has a file chosen that others read: its whole path.
    ///
    /// @param sink called on the toolkit's thread, if a file was chosen
    void choose(String title, Consumer<String> sink);

    /// @param most bytes that are read; a longer file is refused in a sentence
    /// @param sink called on the toolkit's thread, if a file was chosen and could be read
    void open(String title, int most, Consumer<Opened> sink);

    /// As above, for what need not be text.
    void openBytes(String title, int most, Consumer<OpenedBytes> sink);
}
