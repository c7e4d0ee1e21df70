/// The models of the place on a plain thread, on the world's own facts.
@NullMarked
package org.breakwater.desktop.feature.activity;

import org.jspecify.annotations.NullMarked;
