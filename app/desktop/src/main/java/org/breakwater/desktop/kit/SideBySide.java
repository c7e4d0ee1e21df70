package org.breakwater.desktop.kit;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/// A page and its side column, which scroll together. Where there is no room for both the column stands under the page.
public final class SideBySide extends ScrollPane {

    /// @param from the width from which on there is room for both, in pixels
    /// @param style the side column's: its width and its line
    public SideBySide(Region page, Region side, double from, String style) {
        super(new Columns(page, Boxes.styled(side, style), from));
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinWidth(0);
        getStyleClass().add("plain-scroll");
    }

    private static final class Columns extends Region {

        private final Region page;
        private final Region side;
        private final double from;

        Columns(Region page, Region side, double from) {
            this.page = page;
            this.side = side;
            this.from = from;
            getChildren().addAll(page, side);
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computeMinWidth(double height) {
            return 0;
        }

        @Override
        protected double computeMinHeight(double width) {
            return computePrefHeight(width);
        }

        @Override
        protected double computePrefHeight(double width) {
            if (width < 0) {
                return 0;
            }
            var column = columnWidth();
            return width >= from
                    ? Math.max(page.prefHeight(width - column), side.prefHeight(column))
                    : page.prefHeight(width) + side.prefHeight(width);
        }

        private double columnWidth() {
            return snapSizeX(side.prefWidth(-1));
        }

        @Override
        protected void layoutChildren() {
            var width = getWidth();
            var height = getHeight();
            if (width >= from) {
                var column = columnWidth();
                page.resizeRelocate(0, 0, width - column, height);
                side.resizeRelocate(width - column, 0, column, height);
            } else {
                var above = snapSizeY(page.prefHeight(width));
                page.resizeRelocate(0, 0, width, above);
                side.resizeRelocate(0, above, width, Math.max(side.prefHeight(width), height - above));
            }
        }
    }
}
