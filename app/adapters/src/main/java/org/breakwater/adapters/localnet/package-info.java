/// An Ethereum network on this machine: Anvil, the published Safe contracts, the protocol.
@NullMarked
package org.breakwater.adapters.localnet;

import org.jspecify.annotations.NullMarked;
