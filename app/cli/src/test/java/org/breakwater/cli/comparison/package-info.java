/// What the snapshot says, compared with what Foundry's `cast` reads from the same block by another route.
@NullMarked
package org.breakwater.cli.comparison;

import org.jspecify.annotations.NullMarked;
