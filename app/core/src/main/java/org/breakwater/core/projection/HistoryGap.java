package org.breakwater.core.projection;

import java.io.Serial;

/// A fact that cannot follow from what is known: something before it is missing.
final class HistoryGap extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    HistoryGap(String what) {
        super(what);
    }
}
