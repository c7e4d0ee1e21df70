/// What a monitor's findings go through, put together: targets, how far they are, and figures on loopback.
@NullMarked
package org.breakwater.adapters.outlets;

import org.jspecify.annotations.NullMarked;
