/// The index: the protocol's logs, kept on this machine and in step with the chain.
@NullMarked
package org.breakwater.core.index;

import org.jspecify.annotations.NullMarked;
