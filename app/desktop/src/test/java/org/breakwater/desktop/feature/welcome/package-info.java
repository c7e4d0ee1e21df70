@NullMarked
package org.breakwater.desktop.feature.welcome;

import org.jspecify.annotations.NullMarked;
