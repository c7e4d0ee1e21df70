/// Where one can be in the program, and the way there and back.
@NullMarked
package org.breakwater.desktop.navigation;

import org.jspecify.annotations.NullMarked;
