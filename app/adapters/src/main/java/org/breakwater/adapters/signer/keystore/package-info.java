/// Keys in files: keystore v3, the format of geth and of most Ethereum wallets.
@NullMarked
package org.breakwater.adapters.signer.keystore;

import org.jspecify.annotations.NullMarked;
