/// The Safes that act for the protocol, and what waits for their owners.
@NullMarked
package org.breakwater.core.council;

import org.jspecify.annotations.NullMarked;
