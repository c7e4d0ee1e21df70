/// The treasury: what the protocol owns, where it lies, what falls due, and what calls for attention.
@NullMarked
package org.breakwater.desktop.feature.treasury;

import org.jspecify.annotations.NullMarked;
