package org.breakwater.desktop.kit;

import javafx.scene.control.Hyperlink;

/// Words that do or open something.
public final class Link extends Hyperlink {

    public Link(String words, Runnable act) {
        super(words);
        getStyleClass().add("link");
        setMinWidth(USE_PREF_SIZE);
        setAccessibleText(words); // named before it is drawn for the first time
        setOnAction(_ -> act.run());
        visitedProperty().addListener((_, _, visited) -> setVisited(false)); // an act is not a page
    }
}
