/// Evidence on claims and incidents: where it may be asked for, and what it is once its hash is right.
@NullMarked
package org.breakwater.core.evidence;

import org.jspecify.annotations.NullMarked;
