/// What a release of this program is made of, and whether a file is one of its.
@NullMarked
package org.breakwater.core.release;

import org.jspecify.annotations.NullMarked;
