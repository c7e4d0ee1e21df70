package org.breakwater.core.offer;

import java.util.List;
import java.util.Optional;

/// A part of a list.
///
/// @param next after the last entry; empty at the end of a list that does not grow by what happens
public record Part<T>(List<T> items, Optional<Cursor> next) {

    public Part {
        items = List.copyOf(items);
    }
}
