package org.breakwater.core.execution;

import java.time.Duration;

/// Port: lets time pass.
@FunctionalInterface
public interface Pause {

    /// Between two looks at the chain.
    Duration STEP = Duration.ofMillis(500);

    void pause(Duration time);
}
