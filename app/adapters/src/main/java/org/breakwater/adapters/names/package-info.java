/// A person's own names for addresses.
@NullMarked
package org.breakwater.adapters.names;

import org.jspecify.annotations.NullMarked;
