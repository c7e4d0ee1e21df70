/// The interface for integrators against a real node and a real index.
@NullMarked
package org.breakwater.adapters.offer;

import org.jspecify.annotations.NullMarked;
