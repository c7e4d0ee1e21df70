/// A Safe Transaction Service on this machine, for a local network: the API of the real one, as strict in what it
/// takes, over a file of its own.
@NullMarked
package org.breakwater.adapters.localservice;

import org.jspecify.annotations.NullMarked;
