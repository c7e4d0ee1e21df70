/// A month of the protocol's money, computed and put into words: what it is true of, and everything it rests on.
@NullMarked
package org.breakwater.core.report;

import org.jspecify.annotations.NullMarked;
