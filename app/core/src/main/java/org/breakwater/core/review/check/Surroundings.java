package org.breakwater.core.review.check;

import java.time.Instant;
import java.util.List;

/// The machine on which a review runs.
///
/// @param now by its clock
/// @param attached what may watch or change this program, in words: agents, debuggers
/// @param injected variables by which others can have code loaded into this program
/// @param release whether the program is a released one
public record Surroundings(Instant now, List<String> attached, List<String> injected, Release release) {
    public Surroundings {
        attached = List.copyOf(attached);
        injected = List.copyOf(injected);
    }
}
