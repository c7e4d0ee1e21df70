/// Figures on loopback, for Prometheus and whoever reads what it reads.
@NullMarked
package org.breakwater.adapters.openmetrics;

import org.jspecify.annotations.NullMarked;
