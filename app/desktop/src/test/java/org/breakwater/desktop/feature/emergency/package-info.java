@NullMarked
package org.breakwater.desktop.feature.emergency;

import org.jspecify.annotations.NullMarked;
