package org.breakwater.core.activity;

import java.util.Collection;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/// When what can be done changes next.
public final class NextDeadline {

    private NextDeadline() {}

    /// The first moment after a time at which something becomes possible, or has just ended.
    ///
    /// @param time seconds since 1970
    public static OptionalLong after(Collection<Due> due, long time) {
        return due.stream()
                .flatMapToLong(each -> LongStream.concat(
                        LongStream.of(each.from()), each.until().stream().mapToLong(end -> end + 1)))
                .filter(moment -> moment > time)
                .min();
    }
}
