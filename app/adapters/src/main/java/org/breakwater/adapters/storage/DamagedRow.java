package org.breakwater.adapters.storage;

import java.sql.SQLException;

/// A row holds no proper value.
final class DamagedRow extends SQLException {

    private static final long serialVersionUID = 1L;

    DamagedRow(RuntimeException damage) {
        super("a row holds " + damage.getMessage(), damage);
    }
}
