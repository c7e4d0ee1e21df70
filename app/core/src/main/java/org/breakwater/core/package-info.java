/// The rules of the console, in pure Java.
@NullMarked
package org.breakwater.core;

import org.jspecify.annotations.NullMarked;
