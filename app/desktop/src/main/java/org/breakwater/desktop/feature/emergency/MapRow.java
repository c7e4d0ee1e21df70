package org.breakwater.desktop.feature.emergency;

import java.util.List;
import org.breakwater.core.protocol.PauseScope;

/// One scope over every pool.
///
/// @param stops what a stop of it stops
/// @param goesOn what goes on meanwhile
/// @param cells of every pool first, then of each
record MapRow(PauseScope scope, String name, String stops, String goesOn, List<MapCell> cells) {

    MapRow {
        cells = List.copyOf(cells);
    }
}
