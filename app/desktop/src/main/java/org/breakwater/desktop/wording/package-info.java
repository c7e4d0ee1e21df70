/// What calls and transactions do, in sentences computed from their bytes.
@NullMarked
package org.breakwater.desktop.wording;

import org.jspecify.annotations.NullMarked;
