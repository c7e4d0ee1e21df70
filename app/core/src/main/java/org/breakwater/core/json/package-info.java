/// JSON documents from outside, as values that know their line.
@NullMarked
package org.breakwater.core.json;

import org.jspecify.annotations.NullMarked;
