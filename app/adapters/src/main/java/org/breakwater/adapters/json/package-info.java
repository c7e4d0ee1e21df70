/// JSON documents (Jackson, with bounds).
@NullMarked
package org.breakwater.adapters.json;

import org.jspecify.annotations.NullMarked;
