package org.breakwater.desktop.kit;

import javafx.scene.control.Label;

/// A severity as icon and word, the word its own or one that says more.
public final class SeverityTag extends Label {

    public SeverityTag(Severity severity) {
        this(severity, severity.word());
    }

    public SeverityTag(Severity severity, String word) {
        super(word, severity.icon().at(Icon.Size.TAG));
        Tag.dress(this, severity.styleClass());
        setAccessibleText(word.equals(severity.word()) ? word : severity.word() + ": " + word);
    }
}
