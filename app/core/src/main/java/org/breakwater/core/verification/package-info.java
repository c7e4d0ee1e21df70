/// Whether a chain has the protocol that a deployment file says.
@NullMarked
package org.breakwater.core.verification;

import org.jspecify.annotations.NullMarked;
