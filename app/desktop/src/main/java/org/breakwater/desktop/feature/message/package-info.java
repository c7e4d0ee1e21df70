/// A message that is to be signed in a Safe's name.
@NullMarked
package org.breakwater.desktop.feature.message;

import org.jspecify.annotations.NullMarked;
