/// What the stress engine assumes, in a file.
@NullMarked
package org.breakwater.adapters.stress;

import org.jspecify.annotations.NullMarked;
