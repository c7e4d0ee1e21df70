/// Writing Safe transactions: templates for what a Safe may do in the protocol, batches of them, and drafts.
@NullMarked
package org.breakwater.core.compose;

import org.jspecify.annotations.NullMarked;
