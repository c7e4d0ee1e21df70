/// Numbers, times and durations as a person reads them.
@NullMarked
package org.breakwater.desktop.l10n;

import org.jspecify.annotations.NullMarked;
