/// Figures and states for whoever collects them, in the text that OpenMetrics 1.0 describes.
@NullMarked
package org.breakwater.core.exposition;

import org.jspecify.annotations.NullMarked;
