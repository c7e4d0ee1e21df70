/// The checks of the signing firewall.
@NullMarked
package org.breakwater.core.review.check;

import org.jspecify.annotations.NullMarked;
