/// Lists in SQLite beside plain ones in memory.
@NullMarked
package org.breakwater.adapters.storage;

import org.jspecify.annotations.NullMarked;
