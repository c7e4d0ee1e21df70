package org.breakwater.desktop.shell;

import java.util.List;
import java.util.Objects;
import javafx.scene.image.Image;

/// The program's icon in the sizes that window systems ask for, pixels, as `assets/` has them.
public final class WindowIcons {

    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256);

    private WindowIcons() {}

    /// Read beside the toolkit's thread: a window is shown without waiting for them.
    public static List<Image> all() {
        return SIZES.stream().map(WindowIcons::icon).toList();
    }

    private static Image icon(int size) {
        var name = "icons/breakwater-" + size + ".png";
        var place = Objects.requireNonNull(WindowIcons.class.getResource(name), name);
        return new Image(place.toExternalForm(), true);
    }
}
