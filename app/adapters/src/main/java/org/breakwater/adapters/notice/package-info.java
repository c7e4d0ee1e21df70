/// The desktop's own notices.
@NullMarked
package org.breakwater.adapters.notice;

import org.jspecify.annotations.NullMarked;
