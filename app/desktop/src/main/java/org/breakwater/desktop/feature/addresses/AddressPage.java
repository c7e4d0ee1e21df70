package org.breakwater.desktop.feature.addresses;

import java.util.List;
import org.breakwater.core.value.BlockRef;

/// Everything that is known by name or by its part in the protocol.
record AddressPage(BlockRef block, List<AddressRow> rows) {

    AddressPage {
        rows = List.copyOf(rows);
    }
}
