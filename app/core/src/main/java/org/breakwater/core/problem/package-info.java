/// What went wrong, said so that a person can act on it.
@NullMarked
package org.breakwater.core.problem;

import org.jspecify.annotations.NullMarked;
