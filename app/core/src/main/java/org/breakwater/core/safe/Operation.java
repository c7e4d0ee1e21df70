package org.breakwater.core.safe;

import java.util.Arrays;
import java.util.Optional;

/// How a Safe makes its call (`Enum.Operation` in the Safe contracts).
public enum Operation {
    /// An ordinary call from the Safe.
    CALL(0),
    /// Foreign code run as the Safe itself: it may do anything.
    DELEGATE_CALL(1),
    /// A new contract; only Safes before 1.1.0 know it.
    CREATE(2);

    private final int code;

    Operation(int code) {
        this.code = code;
    }

    /// The number by which the contracts know the operation.
    public int code() {
        return code;
    }

    /// The operation of a number.
    public static Optional<Operation> of(int code) {
        return Arrays.stream(values())
                .filter(operation -> operation.code == code)
                .findFirst();
    }
}
