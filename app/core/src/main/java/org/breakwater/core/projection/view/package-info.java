/// What the protocol comes to at one moment, in the shape and with the names in which `ProtocolLens` and `ClaimsLens`
/// tell it.
@NullMarked
package org.breakwater.core.projection.view;

import org.jspecify.annotations.NullMarked;
