/// The rehearsal of a Safe's queue on a copy of the chain that nobody else sees.
@NullMarked
package org.breakwater.core.review.rehearsal;

import org.jspecify.annotations.NullMarked;
