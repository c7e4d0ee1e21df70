/// Solidity's contract ABI: types, values, encoding, and decoding that takes the canonical encoding alone.
@NullMarked
package org.breakwater.core.abi;

import org.jspecify.annotations.NullMarked;
