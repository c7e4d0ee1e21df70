/// Composition root: the one place that knows every part.
@NullMarked
package org.breakwater.desktop.boot;

import org.jspecify.annotations.NullMarked;
