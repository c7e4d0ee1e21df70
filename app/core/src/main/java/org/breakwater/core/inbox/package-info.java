/// What waits for somebody.
@NullMarked
package org.breakwater.core.inbox;

import org.jspecify.annotations.NullMarked;
