package org.breakwater.core.safe;

/// How a Safe makes its call (`Enum.Operation` in the Safe contracts).
public enum Operation {
    /// An ordinary call from the Safe.
    CALL(0),
    /// Foreign code run as the Safe itself: it may do anything.
    DELEGATE_CALL(1);

    private final int code;

    Operation(int code) {
        this.code = code;
    }

    /// The number by which the contracts know the operation.
    public int code() {
        return code;
    }
}
