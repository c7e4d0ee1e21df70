package org.breakwater.desktop.kit;

import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import org.breakwater.core.value.Address;

/// A small pattern made of all twenty bytes, so that two addresses with equal ends still look different.
final class Identicon extends StackPane {

    private static final double SIZE = 14;
    private static final int CELLS = 4;
    private static final double CELL = SIZE / (CELLS + 1);
    private static final int COLOURS = 8;

    Identicon(Address address) {
        var mix = mix(address.bytes().toArray());
        var colour = "identity-" + (1 + Math.floorMod(mix, COLOURS));
        var ground = Boxes.styled(new Region(), "identity-ground", colour);
        var pattern = Boxes.styled(new SVGPath(), "identity-pattern", colour);
        pattern.setContent(path(mix >>> 8));
        getChildren().setAll(ground, new Group(pattern));
        setMinSize(SIZE, SIZE);
        setPrefSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("pattern of the address");
    }

    /// FNV-1a, finished as in MurmurHash3: every byte changes the whole picture.
    private static int mix(byte[] bytes) {
        int hash = 0x811C9DC5;
        for (var octet : bytes) {
            hash = (hash ^ (octet & 0xFF)) * 0x01000193;
        }
        hash = (hash ^ hash >>> 16) * 0x85EBCA6B;
        hash = (hash ^ hash >>> 13) * 0xC2B2AE35;
        return hash ^ hash >>> 16;
    }

    /// Left half from the bits, right half its mirror image.
    private static String path(int bits) {
        var path = new StringBuilder();
        int left = bits;
        for (int row = 0; row < CELLS; row++) {
            for (int column = 0; column < CELLS / 2; column++) {
                if ((left & 1) == 1) {
                    cell(path, row, column);
                    cell(path, row, CELLS - 1 - column);
                }
                left >>>= 1;
            }
        }
        return path.toString();
    }

    private static void cell(StringBuilder path, int row, int column) {
        path.append('M').append(column * CELL).append(' ').append(row * CELL);
        path.append('h')
                .append(CELL)
                .append('v')
                .append(CELL)
                .append('h')
                .append(-CELL)
                .append('z');
    }
}
