package org.breakwater.core.alert;

import java.math.BigInteger;
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

        /// Several subjects of the registry.
        record Registry() implements Subject {}

        record Integrator(Address integrator) implements Subject {}

        /// The treasury as a whole.
        record Treasury() implements Subject {}

        record Pause(long pauseId) implements Subject {}

        /// The protocol as a whole.
        record Protocol() implements Subject {}

        record Claim(long claimId) implements Subject {}

        record Case(long caseId) implements Subject {}

        record Safe(Address safe) implements Subject {}

        /// A proposal to the DAO.
        record Proposal(BigInteger proposalId) implements Subject {}

        /// A change of a parameter.
        record ParameterChange(long changeId) implements Subject {}

        /// A contract or an account that is none of the others.
        record Contract(Address contract) implements Subject {}

        /// Where the chain is read.
        ///
        /// @param name scheme, host and port
        record Endpoint(String name) implements Subject {}

        /// What this machine keeps.
        ///
        /// @param name in the words of its problems, such as "the alerts"
        record Store(String name) implements Subject {}

        /// Somebody who is told of alerts.
        ///
        /// @param name as the file of targets has it
        record Target(String name) implements Subject {}

        /// The machine that watches.
        record Machine() implements Subject {}
    }
}
