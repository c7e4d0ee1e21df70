/// Settings: what stays on this computer.
@NullMarked
package org.breakwater.desktop.feature.settings;

import org.jspecify.annotations.NullMarked;
