/// What somebody who watches the protocol has to know now.
@NullMarked
package org.breakwater.core.alert;

import org.jspecify.annotations.NullMarked;
