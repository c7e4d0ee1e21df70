package org.breakwater.desktop.feature.claims;

import org.breakwater.core.protocol.BallotChoice;
import org.breakwater.core.protocol.CaseOutcome;
import org.breakwater.core.protocol.EscalationReason;
import org.breakwater.core.protocol.Route;
import org.breakwater.core.protocol.Verdict;

/// The protocol's words for people.
final class ClaimWords {

    private ClaimWords() {}

    static String of(Route route) {
        return switch (route) {
            case AUTOMATIC -> "Arithmetic";
            case DAO_VOTE -> "DAO vote";
            case COUNCIL -> "Council";
        };
    }

    /// Why people have to decide, as the rest of "People decide: …".
    static String of(EscalationReason reason) {
        return switch (reason) {
            case NONE -> "nothing called for people";
            case CHALLENGE -> "somebody put a bond against the incident";
            case ORACLE_CONFLICT -> "two sources contradict each other";
            case ORACLE_STALE -> "the source is too old";
            case AMBIGUOUS_SEVERITY -> "two readings differ by more than 10 points of severity";
            case ABOVE_AUTO_LIMIT -> "the amount is above the automatic limit";
            case INCIDENT_CAP_HIT -> "the incident needs more than is set aside";
            case BOUGHT_TOO_CLOSE -> "the cover was bought too close to the event";
            case OFF_CHAIN_EVIDENCE -> "the evidence is off the chain";
            case EMERGENCY_GUARDIAN -> "the guardian quarantined the source";
            case AMOUNT_DISPUTED -> "the claimant asks for more than the arithmetic grants";
            case FRAUD -> "the council flagged it as fraud";
            case APPEAL -> "the claimant appealed";
        };
    }

    static String of(CaseOutcome outcome) {
        return switch (outcome) {
            case OPEN -> "open";
            case ACCEPTED -> "accepted";
            case DENIED -> "denied";
            case TIE -> "a tie";
            case NO_QUORUM -> "no quorum";
        };
    }

    static String of(BallotChoice choice) {
        return switch (choice) {
            case NONE -> "None";
            case PAY -> "Pay in full";
            case PAY_PARTIAL -> "Pay a part";
            case DENY -> "Deny";
            case ABSTAIN -> "Abstain";
        };
    }

    static String of(Verdict verdict) {
        return switch (verdict) {
            case NOT_TRIGGERED -> "Not triggered";
            case TRIGGERED -> "Triggered";
            case AMBIGUOUS -> "Ambiguous";
            case STALE -> "Too old";
        };
    }
}
