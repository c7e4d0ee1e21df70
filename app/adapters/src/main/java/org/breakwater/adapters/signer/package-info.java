/// Keys, and what signs with them.
@NullMarked
package org.breakwater.adapters.signer;

import org.jspecify.annotations.NullMarked;
