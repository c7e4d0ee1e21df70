/// Risk pools as the chain has them.
@NullMarked
package org.breakwater.core.pools;

import org.jspecify.annotations.NullMarked;
