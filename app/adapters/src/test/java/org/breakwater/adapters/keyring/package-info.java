@NullMarked
package org.breakwater.adapters.keyring;

import org.jspecify.annotations.NullMarked;
