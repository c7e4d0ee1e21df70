/// People who act for a Safe on this machine: they sign, hand on, approve and execute.
@NullMarked
package org.breakwater.core.acting;

import org.jspecify.annotations.NullMarked;
