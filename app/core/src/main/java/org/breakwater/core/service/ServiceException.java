package org.breakwater.core.service;

import org.breakwater.core.problem.ProblemException;

/// Ends a conversation with a transaction service with the {@link ServiceFault} that stopped it.
public final class ServiceException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient ServiceFault fault;

    public ServiceException(ServiceFault fault) {
        super(fault.problem().toString());
        this.fault = fault;
    }

    public ServiceException(ServiceFault fault, Throwable cause) {
        super(fault.problem().toString(), cause);
        this.fault = fault;
    }

    public ServiceFault fault() {
        return fault;
    }

    /// For those who only tell it to a person.
    public ProblemException asProblem() {
        return new ProblemException(fault.problem(), this);
    }
}
