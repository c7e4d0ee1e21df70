package org.breakwater.desktop.feature.proposals;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.StateStepper.Step;
import org.breakwater.desktop.wording.Finding;
import org.breakwater.desktop.wording.ParameterDiff;

/// A proposal, or a pending change, as the list and its page show it.
///
/// @param number "Proposal 14", "Change 36"
/// @param title what it does, computed from its bytes
/// @param by who proposed it
/// @param through what it goes through: "Governor, 1 call"
/// @param quoted what its proposer says; empty where nothing is said
/// @param summary how it stands, for the list
/// @param when how long that lasts, for the list
/// @param facts what follows, in words
record ProposalPage(
        Selection selection,
        Group group,
        String number,
        String title,
        Address by,
        String through,
        String quoted,
        String summary,
        String when,
        List<Call> calls,
        List<Step> steps,
        Optional<Tally> tally,
        List<Ballot> ballots,
        List<Finding> findings,
        Optional<Instant> deadline,
        String deadlineIs,
        List<Fact> facts) {

    /// Where it stands in the list.
    enum Group {
        VOTING("Voting"),
        READY("Ready to execute"),
        WAITING("In its delay"),
        TO_OPEN("Waiting to open"),
        EXECUTED("Executed"),
        FAILED("Failed or taken back");

        private final String heading;

        Group(String heading) {
            this.heading = heading;
        }

        String heading() {
            return heading;
        }

        boolean isOpen() {
            return compareTo(TO_OPEN) <= 0;
        }
    }

    /// One call.
    ///
    /// @param diff what it changes, where it is a change of a parameter
    /// @param unreadable why its bytes are not understood
    record Call(
            String sentence,
            Address target,
            String function,
            List<Argument> arguments,
            Bytes calldata,
            Optional<ParameterDiff> diff,
            Optional<String> unreadable) {}

    record Argument(String name, String type, String value, int offset) {}

    /// Votes in 1e-18 token.
    record Tally(BigInteger votesFor, BigInteger against, BigInteger abstain, BigInteger quorum) {

        BigInteger counted() {
            return votesFor.add(abstain);
        }

        BigInteger cast() {
            return counted().add(against);
        }
    }

    record Ballot(Address voter, String choice, BigInteger weight, String reason, Instant at) {}

    record Fact(String name, String value) {}

    Severity worst() {
        return Finding.worst(findings);
    }
}
