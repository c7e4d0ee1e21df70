@NullMarked
package org.breakwater.desktop.feature.treasury;

import org.jspecify.annotations.NullMarked;
