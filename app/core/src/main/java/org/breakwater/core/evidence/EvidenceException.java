package org.breakwater.core.evidence;

import org.breakwater.core.problem.ProblemException;

/// Says by an {@link EvidenceFault} why a piece of evidence is not shown.
public final class EvidenceException extends ProblemException {

    private static final long serialVersionUID = 1L;

    private final transient EvidenceFault fault;

    public EvidenceException(EvidenceFault fault) {
        super(fault.problem());
        this.fault = fault;
    }

    public EvidenceException(EvidenceFault fault, Throwable cause) {
        super(fault.problem(), cause);
        this.fault = fault;
    }

    public EvidenceFault fault() {
        return fault;
    }
}
