package org.breakwater.desktop.kit;

import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.VBox;
import org.breakwater.core.value.Quotation;

/// What somebody else says: in quotes, named, with a rule at its left. It feeds nothing.
public final class QuotedWords extends VBox {

    /// @param whose who says it: "Their words, by Treasury desk"
    /// @param words as they came; characters that cannot be seen are replaced by a sign
    public QuotedWords(String whose, String words) {
        super(2);
        getStyleClass().add("quoted-words");
        var lines = words.strip().lines().map(Quotation::plain).collect(Collectors.joining("\n"));
        var said = Words.wrapped(Words.body("“" + lines + "”"));
        getChildren().addAll(Words.caption(whose), said);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(whose + ": " + words);
    }
}
