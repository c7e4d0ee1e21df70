/// Claims: what they come to, step by step, what paying them does, and what happened around them.
@NullMarked
package org.breakwater.core.claims;

import org.jspecify.annotations.NullMarked;
