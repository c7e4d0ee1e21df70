/// The protocol as it is now, kept up with the chain for as long as somebody looks.
@NullMarked
package org.breakwater.core.follow;

import org.jspecify.annotations.NullMarked;
