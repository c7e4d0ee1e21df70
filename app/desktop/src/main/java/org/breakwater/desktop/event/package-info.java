/// Events of the contracts in plain words, area by area.
@NullMarked
package org.breakwater.desktop.event;

import org.jspecify.annotations.NullMarked;
