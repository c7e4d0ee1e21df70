package org.breakwater.desktop.feature.registry;

import java.time.Instant;
import java.util.Optional;
import org.breakwater.core.protocol.RiskLevel;
import org.breakwater.core.protocol.SubjectStatus;
import org.breakwater.core.value.Address;

/// Something that happened to a subject.
sealed interface StatusChange {

    Instant at();

    /// @param reason in words, where there are any
    record Moved(Instant at, SubjectStatus to, String reason) implements StatusChange {}

    /// @param by who attested what it follows from; empty where only time passed
    record Scored(Instant at, RiskLevel from, RiskLevel to, int score, Optional<Address> by) implements StatusChange {}

    record Attested(Instant at, Address by) implements StatusChange {}

    record Applied(Instant at, Address by) implements StatusChange {}
}
