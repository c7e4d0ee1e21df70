/// The emergency map: what can be stopped, what is stopped, by whom and for how long.
@NullMarked
package org.breakwater.desktop.feature.emergency;

import org.jspecify.annotations.NullMarked;
