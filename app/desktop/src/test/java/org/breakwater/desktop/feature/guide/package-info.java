@NullMarked
package org.breakwater.desktop.feature.guide;

import org.jspecify.annotations.NullMarked;
