/// The pools: every pool's capital beside what it stands for, and each in detail.
@NullMarked
package org.breakwater.desktop.feature.pools;

import org.jspecify.annotations.NullMarked;
