package org.breakwater.core.offer;

import java.math.BigInteger;
import java.util.List;
import org.breakwater.core.protocol.ParameterUnit;
import org.breakwater.core.protocol.SafeDirection;
import org.breakwater.core.shape.Meaning;

@Meaning("A number that the contracts go by.")
public record Parameter(
        String key,
        ParameterUnit unit,
        @Meaning("Where no scope has its own.") BigInteger value,
        @Meaning("Where it has another value.") List<ScopedValue> scoped,
        @Meaning("Bound that nobody can leave.") BigInteger min,
        BigInteger max,

        @Meaning("The direction that is safe for those who are covered.")
        SafeDirection safe,

        @Meaning("Seconds between proposal and execution.") long minDelay,
        List<PendingChange> pending) {

    public Parameter {
        scoped = List.copyOf(scoped);
        pending = List.copyOf(pending);
    }
}
