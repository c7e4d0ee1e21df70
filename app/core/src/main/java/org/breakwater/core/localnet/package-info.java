/// A network on this machine, as the rest of the program sees it.
@NullMarked
package org.breakwater.core.localnet;

import org.jspecify.annotations.NullMarked;
