package org.breakwater.core.offer;

import org.breakwater.core.projection.view.Deadline;
import org.breakwater.core.shape.Meaning;

@Meaning("A time by which something has to be done, or from which it can be.")
public record DeadlineAhead(
        Deadline.Kind kind, @Meaning("Seconds since 1970.") long at) {}
