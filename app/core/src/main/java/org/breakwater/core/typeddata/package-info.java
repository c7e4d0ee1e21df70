/// EIP-712 typed data: its types, values and hashes, and the documents in which applications ask for a signature.
@NullMarked
package org.breakwater.core.typeddata;

import org.jspecify.annotations.NullMarked;
