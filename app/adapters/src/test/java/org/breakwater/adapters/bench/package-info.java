/// How benchmarks tell what they measured.
@NullMarked
package org.breakwater.adapters.bench;

import org.jspecify.annotations.NullMarked;
