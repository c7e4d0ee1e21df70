/// The download of blocks and logs: every answer bounded in time and size, read as it streams in, refused unless it is
/// canonical.
@NullMarked
package org.breakwater.adapters.ethereum.download;

import org.jspecify.annotations.NullMarked;
