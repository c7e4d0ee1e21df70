/// The controls every place is made of. None of them knows a place, a use case or where its values come from.
@NullMarked
package org.breakwater.desktop.kit;

import org.jspecify.annotations.NullMarked;
