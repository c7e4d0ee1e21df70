package org.breakwater.desktop.feature.registry;

import java.util.List;
import java.util.Optional;
import org.breakwater.core.value.BlockRef;

/// All subjects at one block.
///
/// @param pools how many there are
/// @param rows by their numbers
record RegistryPage(BlockRef block, long pools, List<RegistryRow> rows) {

    Optional<RegistryRow> subject(long id) {
        return rows.stream().filter(row -> row.id() == id).findFirst();
    }
}
