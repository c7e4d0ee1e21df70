/// The chain through web3j: typed calls, receipts, decoded facts.
@NullMarked
package org.breakwater.adapters.ethereum;

import org.jspecify.annotations.NullMarked;
