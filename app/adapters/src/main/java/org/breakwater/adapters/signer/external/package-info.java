/// Signers in other programs, asked over JSON-RPC.
@NullMarked
package org.breakwater.adapters.signer.external;

import org.jspecify.annotations.NullMarked;
