package org.breakwater.desktop.feature.compose;

import java.util.List;
import java.util.Optional;
import org.breakwater.core.compose.Input;
import org.breakwater.desktop.kit.Field.Hint;

/// One input of a call as it is drawn.
///
/// @param label what is asked for
/// @param unit what stands at its right end; may be empty
/// @param options what can be chosen; empty for what is written
/// @param hint what stands under it
/// @param works texts that would work, offered as links
record FieldState(
        Input input,
        Kind kind,
        String label,
        String unit,
        List<Option> options,
        Optional<Hint> hint,
        List<String> works) {

    FieldState {
        options = List.copyOf(options);
        works = List.copyOf(works);
    }

    /// How an input is drawn.
    enum Kind {
        LINE,
        LINES,
        CHOICE,
        REASON
    }

    /// What can be chosen.
    ///
    /// @param value as it is kept
    /// @param words what is shown
    /// @param detail second words
    record Option(String value, String words, String detail) {}
}
