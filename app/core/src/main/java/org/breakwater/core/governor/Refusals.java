package org.breakwater.core.governor;

import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.execution.RevertReason;
import org.breakwater.core.projection.view.ProposalState;
import org.breakwater.core.value.Quotation;

/// Why the contracts of the DAO refuse an act, in sentences that say what it means for whoever tried.
public final class Refusals {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Refusals() {}

    /// A whole sentence.
    public static String sentence(RevertReason reason) {
        return switch (reason) {
            case RevertReason.Custom(var error, var arguments) -> new Told(arguments).of(error.name(), reason.words());
            case RevertReason.Inner(var _, var inner) -> sentence(inner);
            case RevertReason.Panicked(var code)
            when code.equals(BigInteger.valueOf(0x31)) ->
                "The Governor's own settings change only through a proposal that is executed.";
            case RevertReason.Nothing _,
                    RevertReason.OfSafe _,
                    RevertReason.Said _,
                    RevertReason.Panicked _,
                    RevertReason.Unknown _ -> "The contract refuses it: " + reason.words() + ".";
        };
    }

    /// What an error is about.
    private record Told(List<AbiValue> arguments) {

        String of(String error, String otherwise) {
            return switch (error) {
                case "GovernorUnexpectedProposalState" -> state();
                case "GovernorNonexistentProposal" ->
                    "The Governor knows no such proposal: its text or its actions are others than those proposed.";
                case "GovernorAlreadyCastVote" -> "This account has voted on it already. A vote cannot be changed.";
                case "GovernorInsufficientProposerVotes" ->
                    "This account has " + votes(1) + ", and proposing takes " + votes(2) + ".";
                case "GovernorRestrictedProposer" -> "The text names another account as its proposer.";
                case "GovernorInvalidProposalLength" ->
                    "A proposal names as many targets as values and calls, and at least one.";
                case "GovernorInvalidVoteType", "GovernorInvalidVoteParams" ->
                    "A vote is for, against or abstaining, and nothing else.";
                case "GovernorInvalidSignature" ->
                    "The signature is not the voter's over this ballot as it stands now: another signed ballot may have"
                            + " been counted since.";
                case "GovernorUnableToCancel" -> "Only its proposer can take it back, and only before the vote opens.";
                case "GovernorQueueingNotRequired", "GovernorQueueingFailed" -> "It cannot be queued.";
                case "GovernorNotQueuedProposal" -> "It is not in the timelock.";
                case "GovernorAlreadyQueuedProposal" -> "It is in the timelock already.";
                case "GovernorOnlyExecutor" -> "Only the timelock may do that.";
                case "TimelockUnexpectedOperationState" ->
                    "Its time in the timelock is not over, or it was carried out or cancelled there.";
                case "TimelockInsufficientDelay" -> "The timelock waits longer than that.";
                case "TimelockUnexecutedPredecessor" -> "Something that has to be carried out before it was not.";
                case "TimelockUnauthorizedCaller", "AccessControlUnauthorizedAccount" ->
                    "This account may not do that in the timelock.";
                case "ERC5805FutureLookup" -> "Votes of a time that has not come cannot be counted.";
                case "VotesExpiredSignature" -> "The signature has expired.";
                case "InvalidAccountNonce" -> "Another signature of this account was used since.";
                case "UnknownCase" -> "The tribunal knows no such case.";
                case "NotOpen" ->
                    "The vote in this case is not open: it opens when the evidence period ends, and closes"
                            + " for good.";
                case "NotOver" -> "The vote in this case runs until " + time(1) + ".";
                case "AlreadyClosed" -> "This case is decided.";
                case "Conflicted" -> "This account is a party to the case, and a party does not vote.";
                case "NoWeight" -> "This account had no votes when the case counted them.";
                case "BadChoice" -> "A ballot says pay, a part, deny or abstain.";
                case "ShareOutOfRange" -> "A part is a whole percentage from 1 to 99.";
                case "ReasonRequired" -> "A reason is needed.";
                case "BadSignature" ->
                    "The signature is not the voter's over this ballot as it stands now: another signed ballot may have"
                            + " been counted since.";
                case "EvidenceClosed" -> "No evidence is taken any more.";
                case "EvidenceRequired" -> "The hash of the evidence is needed.";
                case "UriTooLong" ->
                    "The address of the evidence is too long: " + number(0) + " bytes of at most " + number(1) + ".";
                case "NoStake" ->
                    "Only a party, the council, or somebody with enough capital in the pool may file evidence.";
                case "NotAParty" -> "That voter is no party to the case.";
                case "AppealsExhausted" -> "A claim is appealed once.";
                case "TooLate" -> "The time for that ended on " + time(1) + ".";
                case "NotClaimant" -> "Only the claimant may do that.";
                case "WrongState" -> "It is in another state by now.";
                case "ERC20InsufficientBalance" -> "The account does not hold what is taken.";
                case "ERC20InsufficientAllowance" -> "The account has not allowed the contract to take that from it.";
                default -> "The contract refuses it: " + otherwise + ".";
            };
        }

        private String state() {
            var states = ProposalState.values();
            var current = number(1).intValue();
            var now = current < states.length ? words(states[current]) : "in an unknown state";
            var expected = bits(2);
            if (expected.isEmpty()) {
                return "The same proposal was made before; it is " + now + ".";
            }
            return "The proposal is " + now + ", and it would have to be " + String.join(" or ", expected) + ".";
        }

        private List<String> bits(int at) {
            var words = new ArrayList<String>();
            if (at < arguments.size() && arguments.get(at) instanceof AbiValue.Binary(var bitmap)) {
                var states = ProposalState.values();
                for (int i = 0; i < states.length; i++) {
                    if (bitmap.toUnsigned().testBit(i)) {
                        words.add(words(states[i]));
                    }
                }
            }
            return words;
        }

        private static String words(ProposalState state) {
            return switch (state) {
                case PENDING -> "not open for votes yet";
                case ACTIVE -> "open for votes";
                case CANCELED -> "taken back";
                case DEFEATED -> "defeated";
                case SUCCEEDED -> "passed and not queued";
                case QUEUED -> "in the timelock";
                case EXPIRED -> "expired";
                case EXECUTED -> "executed";
            };
        }

        private BigInteger number(int at) {
            return at < arguments.size() && arguments.get(at) instanceof AbiValue.Whole(var number)
                    ? number
                    : BigInteger.ZERO;
        }

        private String votes(int at) {
            return Quotation.plain(number(at).divide(BigInteger.TEN.pow(18)).toString()) + " votes";
        }

        private String time(int at) {
            return TIME.format(Instant.ofEpochSecond(
                    number(at).min(BigInteger.valueOf(253_402_300_799L)).longValue()));
        }
    }
}
