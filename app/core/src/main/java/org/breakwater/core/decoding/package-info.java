/// How bytes from outside are read: bounded, canonical, and refused by name where they are not what they should be.
@NullMarked
package org.breakwater.core.decoding;

import org.jspecify.annotations.NullMarked;
