/// How somebody signs for a Safe, and what is kept of it.
@NullMarked
package org.breakwater.core.signing;

import org.jspecify.annotations.NullMarked;
