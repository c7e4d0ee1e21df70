package org.breakwater.core.verification;

import java.math.BigInteger;
import java.util.List;

/// That a contract recorded a change of a number in an event.
public record ValueChange(BigInteger oldValue, BigInteger newValue) {

    /// What a number has become. A change is followed only where it starts from the value that was in force, so that a
    /// break in the record leaves a difference.
    static BigInteger applied(BigInteger first, List<ValueChange> changes) {
        var value = first;
        for (var change : changes) {
            if (change.oldValue().equals(value)) {
                value = change.newValue();
            }
        }
        return value;
    }
}
