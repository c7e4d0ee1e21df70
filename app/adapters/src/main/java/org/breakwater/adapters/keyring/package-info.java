/// The keys and programs with which people sign on this machine.
@NullMarked
package org.breakwater.adapters.keyring;

import org.jspecify.annotations.NullMarked;
