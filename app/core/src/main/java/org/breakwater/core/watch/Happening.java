package org.breakwater.core.watch;

import java.math.BigInteger;
import java.util.List;
import org.breakwater.core.alert.Alert.Subject;
import org.breakwater.core.watch.AlertChange.Evidence;
import org.breakwater.core.watch.rule.EventKind;

/// What a fact means to somebody who watches.
sealed interface Happening {

    EventKind kind();

    /// What it happened to, as the contracts name it: `role 3/0x…`, `pause 4`.
    String name();

    /// @param words what it is about, in a sentence
    /// @param amount that moved, 1e-6 of a settlement asset; 0 where nothing does
    record Began(
            EventKind kind,
            String name,
            Subject about,
            String words,
            String detail,
            List<Evidence> evidence,
            BigInteger amount)
            implements Happening {}

    /// The contrary of something that happened.
    ///
    /// @param how a sentence without its full stop
    record Ended(EventKind kind, String name, String how) implements Happening {}
}
