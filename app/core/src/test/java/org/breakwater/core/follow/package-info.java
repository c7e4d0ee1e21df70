@NullMarked
package org.breakwater.core.follow;

import org.jspecify.annotations.NullMarked;
