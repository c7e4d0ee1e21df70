/// A person's policy in a file.
@NullMarked
package org.breakwater.adapters.policy;

import org.jspecify.annotations.NullMarked;
