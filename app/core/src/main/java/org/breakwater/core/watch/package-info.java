/// What is watched block after block: rules, the alerts that follow from them, and how each of these changes. A change
/// is
/// written down once; whoever tells of it reads it from there.
@NullMarked
package org.breakwater.core.watch;

import org.jspecify.annotations.NullMarked;
