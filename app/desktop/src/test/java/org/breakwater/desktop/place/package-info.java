@NullMarked
package org.breakwater.desktop.place;

import org.jspecify.annotations.NullMarked;
