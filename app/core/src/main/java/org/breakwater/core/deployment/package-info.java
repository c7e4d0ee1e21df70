/// Where a protocol stands on a chain, and who may do what to it.
@NullMarked
package org.breakwater.core.deployment;

import org.jspecify.annotations.NullMarked;
