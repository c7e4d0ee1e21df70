@NullMarked
package org.breakwater.desktop.feature.addresses;

import org.jspecify.annotations.NullMarked;
