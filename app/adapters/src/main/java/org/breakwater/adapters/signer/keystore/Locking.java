package org.breakwater.adapters.signer.keystore;

import java.time.Duration;

/// When a key that was unlocked locks itself.
///
/// @param idle how long it stays unlocked without being used
/// @param afterSignature whether one signature locks it
public record Locking(Duration idle, boolean afterSignature) {

    public Locking {
        if (!idle.isPositive()) {
            throw new IllegalArgumentException("a key stays unlocked for some time, not for " + idle);
        }
    }
}
