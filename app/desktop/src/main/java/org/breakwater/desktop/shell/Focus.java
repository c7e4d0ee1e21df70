package org.breakwater.desktop.shell;

import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/// Where the keyboard's focus is and goes.
final class Focus {

    private Focus() {}

    static boolean isWithin(@Nullable Node node, Node ancestor) {
        for (var at = node; at != null; at = at.getParent()) {
            if (at.equals(ancestor)) {
                return true;
            }
        }
        return false;
    }

    /// Gives the focus to the first node in a part that takes it.
    ///
    /// @return whether there is one
    static boolean first(Node part) {
        if (!part.isVisible() || part.isDisabled()) {
            return false;
        }
        if (part.isFocusTraversable()) {
            part.requestFocus();
            return true;
        }
        return part instanceof Parent parent
                && parent.getChildrenUnmodifiable().stream().anyMatch(Focus::first);
    }
}
