/// What waits for somebody.
@NullMarked
package org.breakwater.desktop.feature.inbox;

import org.jspecify.annotations.NullMarked;
