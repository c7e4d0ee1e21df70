/// Files of a release, their sums and signatures.
@NullMarked
package org.breakwater.adapters.release;

import org.jspecify.annotations.NullMarked;
