/// One running program for each user and network.
@NullMarked
package org.breakwater.adapters.instance;

import org.jspecify.annotations.NullMarked;
