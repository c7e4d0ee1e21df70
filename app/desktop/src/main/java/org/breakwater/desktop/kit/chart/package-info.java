/// Charts, each with a sentence that says what it shows and a table of the same figures.
@NullMarked
package org.breakwater.desktop.kit.chart;

import org.jspecify.annotations.NullMarked;
