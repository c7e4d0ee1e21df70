/// What the calls of proposals and transactions are, read from their bytes.
@NullMarked
package org.breakwater.core.call;

import org.jspecify.annotations.NullMarked;
