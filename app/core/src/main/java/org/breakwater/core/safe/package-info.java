/// Transactions of Safe multi-signature accounts: their hash, signatures and execution.
@NullMarked
package org.breakwater.core.safe;

import org.jspecify.annotations.NullMarked;
