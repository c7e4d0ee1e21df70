package org.breakwater.core.protocol;

/// Why no cover of a subject is sold by a pool now. (`IUnderwriting.salesClosed`)
public enum SalesClosed {
    /// The guardian has stopped sales.
    PAUSED,
    /// The subject is not listed, or not any more.
    NOT_LISTED,
    /// Its level is unrated or critical.
    LEVEL,
    /// An incident of it is open.
    INCIDENT,
    /// The pool's asset has left its peg.
    PEG
}
