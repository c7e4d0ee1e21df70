/// What a person calls the addresses they know.
@NullMarked
package org.breakwater.core.names;

import org.jspecify.annotations.NullMarked;
