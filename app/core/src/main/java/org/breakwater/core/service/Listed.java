package org.breakwater.core.service;

import java.util.List;

/// A list as a service gives it, page after page.
///
/// @param counted how many it says there are
public record Listed<T>(List<T> rows, long counted) {

    public Listed {
        rows = List.copyOf(rows);
    }

    /// Whether as many came as it counts.
    public boolean isComplete() {
        return rows.size() == counted;
    }
}
