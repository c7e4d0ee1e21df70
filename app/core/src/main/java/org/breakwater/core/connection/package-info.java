/// A deployed protocol through one node.
@NullMarked
package org.breakwater.core.connection;

import org.jspecify.annotations.NullMarked;
