package org.breakwater.core.execution;

import org.breakwater.core.value.Bytes;

/// What a call that was only tried gave.
public sealed interface CallOutcome {

    /// It would be carried out.
    record Returned(Bytes value) implements CallOutcome {}

    /// It would be refused.
    record Reverted(RevertReason reason) implements CallOutcome {}
}
