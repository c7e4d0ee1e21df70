package org.breakwater.core.acting;

import org.breakwater.core.problem.Problem;

/// How far a transaction and its signatures have come.
public sealed interface HandedOn {

    /// Nobody else has them: there is no service here, or nothing is signed yet. A file or a text takes them on.
    record OnlyHere() implements HandedOn {}

    /// The service has them.
    ///
    /// @param service its name
    record Served(String service) implements HandedOn {}

    /// The service did not take them. They are kept here, and can be handed in again.
    record NotServed(Problem problem) implements HandedOn {}
}
