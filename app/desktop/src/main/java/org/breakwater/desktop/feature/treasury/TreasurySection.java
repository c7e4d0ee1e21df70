package org.breakwater.desktop.feature.treasury;

import java.nio.charset.StandardCharsets;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.breakwater.desktop.fx.Picture;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.place.Surroundings;

/// A section of the treasury's page.
final class TreasurySection {

    private TreasurySection() {}

    static Node of(Node content) {
        return Boxes.styled(new VBox(content), "page-section");
    }

    /// A picture of a part, saved where the person wants it.
    static void picture(Surroundings around, String name, Node part) {
        around.saving().save(name, () -> Picture.of(part).png());
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
