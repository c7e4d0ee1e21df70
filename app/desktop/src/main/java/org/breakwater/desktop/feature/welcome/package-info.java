/// What a window asks before any network was chosen.
@NullMarked
package org.breakwater.desktop.feature.welcome;

import org.jspecify.annotations.NullMarked;
