/// The list of policies: what it is filtered and ordered by, however many there are.
@NullMarked
package org.breakwater.core.policies;

import org.jspecify.annotations.NullMarked;
