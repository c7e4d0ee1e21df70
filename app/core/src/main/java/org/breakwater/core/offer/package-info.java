/// What is offered to programs that build on the protocol: its state as documents, the price of cover with the
/// call that buys it, and what one account is covered for. Pure: everything follows from what is known after one
/// block.
///
/// Amounts are in the smallest unit of the asset beside them, times in seconds since 1970, `…Bps` in basis points.
/// What a document and each of its fields mean stands in its annotation, because those who ask read it too.
@NullMarked
package org.breakwater.core.offer;

import org.jspecify.annotations.NullMarked;
