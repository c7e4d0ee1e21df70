/// What is kept on this machine, in SQLite.
@NullMarked
package org.breakwater.adapters.storage;

import org.jspecify.annotations.NullMarked;
