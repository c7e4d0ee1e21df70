/// What the first screen shows.
@NullMarked
package org.breakwater.core.overview;

import org.jspecify.annotations.NullMarked;
