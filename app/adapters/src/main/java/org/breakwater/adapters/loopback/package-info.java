/// What servers on this machine's own address have in common.
@NullMarked
package org.breakwater.adapters.loopback;

import org.jspecify.annotations.NullMarked;
