/// Writing a transaction of a Safe: templates, the call that is being written, the batch in its order, and what speaks
/// against it so far.
@NullMarked
package org.breakwater.desktop.feature.compose;

import org.jspecify.annotations.NullMarked;
