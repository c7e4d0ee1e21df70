/// What services tell of Safes.
@NullMarked
package org.breakwater.adapters.safe;

import org.jspecify.annotations.NullMarked;
