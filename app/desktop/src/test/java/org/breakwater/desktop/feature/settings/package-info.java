@NullMarked
package org.breakwater.desktop.feature.settings;

import org.jspecify.annotations.NullMarked;
