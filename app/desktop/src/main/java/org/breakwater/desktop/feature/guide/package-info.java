/// The user guide inside the program, the page to be read before one signs, and the tour for newcomers.
@NullMarked
package org.breakwater.desktop.feature.guide;

import org.jspecify.annotations.NullMarked;
