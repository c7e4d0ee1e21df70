package org.breakwater.core.index;

/// Ends work on the index with the {@link IndexFault} that stopped it.
public final class IndexException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient IndexFault fault;

    public IndexException(IndexFault fault) {
        super(fault.problem().toString());
        this.fault = fault;
    }

    public IndexException(IndexFault fault, Throwable cause) {
        super(fault.problem().toString(), cause);
        this.fault = fault;
    }

    public IndexFault fault() {
        return fault;
    }
}
