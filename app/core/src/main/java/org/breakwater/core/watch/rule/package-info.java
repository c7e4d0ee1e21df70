/// What a monitor watches for: rules, and the file in which people write them.
@NullMarked
package org.breakwater.core.watch.rule;

import org.jspecify.annotations.NullMarked;
