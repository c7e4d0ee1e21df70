/// Reports on paper.
@NullMarked
package org.breakwater.adapters.report;

import org.jspecify.annotations.NullMarked;
