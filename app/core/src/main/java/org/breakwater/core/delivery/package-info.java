/// Where changes of alerts go outside of the window: to whom, when, and what became of it. At least once, and in order
/// for each alert.
@NullMarked
package org.breakwater.core.delivery;

import org.jspecify.annotations.NullMarked;
