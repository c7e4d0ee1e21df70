/// The state of the protocol, folded from its facts alone, and what it comes to at any time.
@NullMarked
package org.breakwater.core.projection;

import org.jspecify.annotations.NullMarked;
