package org.breakwater.desktop.kit;

import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/// The program's mark: rough water, a wall, calm water.
public final class Mark extends StackPane {

    private static final double UNITS = 16;

    public Mark(double size) {
        var drawing = new Group(
                path("M.9 8.4c.8-2 1.5-2 2.1 0s1.3 2 2.1 0", "mark-water"),
                path("M7.3 1.6h1.4L9.9 14.4H6.1z", "mark-wall"),
                path("M11.3 8.4h3.8", "mark-water"));
        drawing.getTransforms().add(new Scale(size / UNITS, size / UNITS));
        drawing.setManaged(false);
        getChildren().add(drawing);
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("Breakwater");
    }

    private static SVGPath path(String content, String style) {
        var path = Boxes.styled(new SVGPath(), style);
        path.setContent(content);
        return path;
    }
}
