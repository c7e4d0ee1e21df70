/// The models of the place on a plain thread, on the world's own facts.
@NullMarked
package org.breakwater.desktop.feature.compose;

import org.jspecify.annotations.NullMarked;
