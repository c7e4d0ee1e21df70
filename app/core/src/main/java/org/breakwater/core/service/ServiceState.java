package org.breakwater.core.service;

import java.time.Instant;
import java.util.Optional;
import org.breakwater.core.problem.Problem;

/// How the transaction service does that a console asks.
public sealed interface ServiceState {

    /// None was named.
    record Unnamed() implements ServiceState {}

    /// It has not answered yet.
    record Unasked(String name) implements ServiceState {}

    /// @param at when it answered
    record Answers(String name, ServiceHealth health, Instant at) implements ServiceState {}

    /// @param last when it answered last
    record Fails(String name, Problem problem, Optional<Instant> last) implements ServiceState {}

    /// When it answered last, where it ever did.
    default Optional<Instant> lastAnswer() {
        return switch (this) {
            case Unnamed _, Unasked _ -> Optional.empty();
            case Answers(var _, var _, var at) -> Optional.of(at);
            case Fails(var _, var _, var last) -> last;
        };
    }
}
