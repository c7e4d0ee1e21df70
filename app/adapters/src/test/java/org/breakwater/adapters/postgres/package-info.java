/// A real server of PostgreSQL for tests.
@NullMarked
package org.breakwater.adapters.postgres;

import org.jspecify.annotations.NullMarked;
