package org.breakwater.core.verification;

import java.math.BigInteger;
import java.util.List;

/// A setting in force, and how the contract's events say that it changed, in their order.
public record SettingHistory(BigInteger inForce, List<ValueChange> changes) {

    public SettingHistory {
        changes = List.copyOf(changes);
    }
}
