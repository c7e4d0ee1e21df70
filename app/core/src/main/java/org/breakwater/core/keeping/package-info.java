/// Whoever keeps the protocol running: which calls that anybody may make are due, whether each would be carried out,
/// and sending them one by one from an account without privileges.
@NullMarked
package org.breakwater.core.keeping;

import org.jspecify.annotations.NullMarked;
