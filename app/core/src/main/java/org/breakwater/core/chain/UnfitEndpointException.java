package org.breakwater.core.chain;

import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;

/// An endpoint did not give what a good one gives.
public final class UnfitEndpointException extends ProblemException {

    private static final long serialVersionUID = 1L;

    private final Unfit why;

    public UnfitEndpointException(Unfit why, Problem problem, Throwable cause) {
        super(problem, cause);
        this.why = why;
    }

    public Unfit why() {
        return why;
    }
}
