package org.breakwater.desktop.shell;

import java.util.List;
import java.util.Optional;
import org.breakwater.desktop.command.Chord;
import org.breakwater.desktop.kit.Icon;

/// What the palette looks through besides the commands. Answers come from memory, at once.
///
/// @param sources asked in this order
public record Finders(List<Source> sources) {

    /// @param prefix typed first to look here alone; a space for none
    /// @param title stands above what is found
    public record Source(char prefix, String title, Finder finder) {}

    /// Finds things by words.
    @FunctionalInterface
    public interface Finder {

        List<Found> find(String query);
    }

    /// Something that was found.
    ///
    /// @param detail second words; may be empty
    /// @param missing why it cannot be opened or done now, or empty
    public record Found(Icon icon, String title, String detail, Optional<Chord> chord, String missing, Runnable act) {

        public static Found place(Icon icon, String title, String detail, Runnable go) {
            return new Found(icon, title, detail, Optional.empty(), "", go);
        }
    }
}
