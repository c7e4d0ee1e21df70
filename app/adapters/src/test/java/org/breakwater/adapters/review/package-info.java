/// Attacks and everyday transactions, reviewed on a real node.
@NullMarked
package org.breakwater.adapters.review;

import org.jspecify.annotations.NullMarked;
