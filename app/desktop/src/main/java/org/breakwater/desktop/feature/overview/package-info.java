/// The first screen: one pool, one parameter, one change.
@NullMarked
package org.breakwater.desktop.feature.overview;

import org.jspecify.annotations.NullMarked;
