@NullMarked
package org.breakwater.core.stress.own;

import org.jspecify.annotations.NullMarked;
