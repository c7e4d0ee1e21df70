/// The Safes: who owns them, how they are built, what waits for their owners.
@NullMarked
package org.breakwater.desktop.feature.council;

import org.jspecify.annotations.NullMarked;
