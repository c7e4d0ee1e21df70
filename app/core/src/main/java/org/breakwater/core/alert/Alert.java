package org.breakwater.core.alert;

import org.breakwater.core.value.Address;

/// Something that somebody who watches the protocol has to know now.
///
/// @param sentence what is so
/// @param detail what follows from it, and the limit it is compared with
public record Alert(Severity severity, Subject about, String sentence, String detail) {

    /// How bad it is, worst first.
    public enum Severity {
        /// To be settled before anything else.
        HOLD,
        /// Close to a limit, or over one that stops something.
        WARNING,
        /// Worth knowing.
        NOTE
    }

    /// What an alert is about.
    public sealed interface Subject {

        record Pool(long poolId) implements Subject {}

        record Incident(long incidentId) implements Subject {}

        record Feed(Address feed) implements Subject {}

        /// The feeds that one adapter reads.
        record Adapter(Address adapter) implements Subject {}

        record Asset(Address asset) implements Subject {}

        record Venue(Address venue) implements Subject {}

        record InsuredSubject(long poolId, long subjectId) implements Subject {}

        /// The treasury as a whole.
        /// Several subjects of the registry.
        record Registry() implements Subject {}

        record Integrator(Address integrator) implements Subject {}

        record Treasury() implements Subject {}

        record Pause(long pauseId) implements Subject {}
    }
}
