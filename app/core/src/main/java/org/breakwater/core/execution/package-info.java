/// How a Safe transaction that has its signatures is executed, and how it is known that it was.
@NullMarked
package org.breakwater.core.execution;

import org.jspecify.annotations.NullMarked;
