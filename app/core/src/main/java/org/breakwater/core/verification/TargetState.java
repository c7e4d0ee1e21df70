package org.breakwater.core.verification;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// A contract as the AccessManager guards it.
///
/// @param closed whether nobody may call its restricted functions
/// @param adminDelay that an ADMIN waits before changing what is guarded how
/// @param roles which role each function needs, by its signature
public record TargetState(boolean closed, DelayInForce adminDelay, SortedMap<String, Long> roles) {

    public TargetState {
        roles = Collections.unmodifiableSortedMap(new TreeMap<>(roles));
    }
}
