package org.breakwater.adapters.ethereum.download;

import java.time.Duration;

/// Waiting, so that tests need not.
@FunctionalInterface
public interface Pause {

    void lasting(Duration time) throws InterruptedException;
}
