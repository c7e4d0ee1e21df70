package org.breakwater.core.stress;

/// Ends a stress run with the {@link StressFault} that stopped it before it began.
public final class StressException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient StressFault fault;

    public StressException(StressFault fault) {
        super(fault.problem().toString());
        this.fault = fault;
    }

    public StressFault fault() {
        return fault;
    }
}
