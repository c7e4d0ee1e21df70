package org.breakwater.desktop.feature.proposals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breakwater.core.governor.Dao;
import org.breakwater.core.governor.ProposalOnChain;
import org.breakwater.core.governor.VoterOnChain;
import org.breakwater.core.projection.view.ProposalState;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.feature.proposals.VoteViewModel.Standing;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Times;

/// What the bar under a proposal says and offers.
///
/// @param power how many votes whoever acts has on it, and when they were counted
/// @param vote what they voted
/// @param offers what they can do, the main one first
/// @param missing why there is nothing; empty where there is something, or nothing to say
/// @param wrong why nothing here can be relied on; empty where the chain agrees
record VoteBar(String power, String vote, List<Offer> offers, String missing, String wrong) {

    enum Offer {
        VOTE("Vote on %s…"),
        QUEUE("Queue %s…"),
        EXECUTE("Execute %s…"),
        DELEGATE("Name who votes with your tokens…"),
        TAKE_BACK("Take back %s…"),
        AGAIN("Write %s again…");

        private final String words;

        Offer(String words) {
            this.words = words;
        }

        String words(String proposal) {
            return String.format(Locale.ROOT, words, proposal);
        }
    }

    /// @param choice what the chain's events say they voted
    /// @param proposer who proposed it
    static VoteBar of(Standing standing, Optional<String> choice, Address proposer, Dao dao) {
        var proposal = standing.proposal();
        var wrong =
                proposal.agrees(standing.looked().actions(), standing.looked().id(), dao)
                        ? ""
                        : "The chain gives these actions and this text another id than is shown: do not act on it.";
        var offers = wrong.isEmpty() ? offers(standing, proposer) : List.<Offer>of();
        return new VoteBar(
                power(standing),
                standing.voter()
                        .map(voter -> choice.map(said -> "Your vote: " + said)
                                .orElse(voter.hasVoted() ? "You have voted" : "Your vote: not cast"))
                        .orElse(""),
                offers,
                offers.isEmpty() ? missing(standing) : "",
                wrong);
    }

    private static List<Offer> offers(Standing standing, Address proposer) {
        var offers = new ArrayList<Offer>();
        if (isLost(standing.proposal().state())) {
            return List.of(Offer.AGAIN);
        }
        if (standing.person().isEmpty() || standing.voter().isEmpty()) {
            return offers;
        }
        var voter = standing.voter().get();
        switch (standing.proposal().state()) {
            case ACTIVE -> {
                if (!voter.hasVoted() && hasPower(voter)) {
                    offers.add(Offer.VOTE);
                }
            }
            case SUCCEEDED -> offers.add(standing.proposal().needsQueuing() ? Offer.QUEUE : Offer.EXECUTE);
            case QUEUED -> {
                if (standing.proposal().isReady()) {
                    offers.add(Offer.EXECUTE);
                }
            }
            case PENDING -> {
                if (proposer.equals(voter.voter())) {
                    offers.add(Offer.TAKE_BACK);
                }
            }
            case CANCELED, DEFEATED, EXPIRED, EXECUTED -> {}
        }
        if (voter.lacksDelegate()) {
            offers.add(Offer.DELEGATE);
        }
        return offers;
    }

    private static boolean hasPower(VoterOnChain voter) {
        return voter.power().filter(power -> power.signum() > 0).isPresent();
    }

    /// How it ended, where it cannot be carried out any more.
    private static String ended(ProposalOnChain proposal) {
        return switch (proposal.state()) {
            case DEFEATED ->
                proposal.missing()
                        .filter(votes -> votes.signum() > 0)
                        .map(votes -> "Defeated: the quorum lacked " + votes(votes))
                        .orElse("Defeated: " + votes(proposal.against()) + " against it, " + votes(proposal.inFavour())
                                + " for it");
            case CANCELED -> "Taken back, or cancelled in the timelock";
            case EXPIRED -> "Expired: nobody carried it out in time";
            case PENDING, ACTIVE, SUCCEEDED, QUEUED, EXECUTED -> "";
        };
    }

    private static String power(Standing standing) {
        if (isLost(standing.proposal().state())) {
            return ended(standing.proposal());
        }
        if (standing.voter().isEmpty() || standing.person().isEmpty()) {
            return "Nobody can vote from this machine";
        }
        var name = standing.person().get().name();
        var voter = standing.voter().get();
        var when = Times.dateAndTime(Instant.ofEpochSecond(standing.proposal().snapshot()));
        if (voter.power().isEmpty()) {
            return name + " has " + votes(voter.powerNow()) + " now; those of " + when + " will count";
        }
        var power = voter.power().get();
        if (power.signum() == 0 && voter.lacksDelegate()) {
            return name + " holds " + votes(voter.balance()) + ", and nobody was named to vote with them";
        }
        return name + " has " + (power.signum() == 0 ? "no votes" : votes(power)) + ", counted " + when + " UTC";
    }

    private static String missing(Standing standing) {
        return switch (standing.proposal().state()) {
            case PENDING -> "The vote is not open yet";
            case ACTIVE ->
                standing.voter().filter(VoterOnChain::hasVoted).isPresent()
                        ? "A vote cannot be changed"
                        : "Without votes at that time there is nothing to cast";
            case QUEUED ->
                standing.proposal()
                        .eta()
                        .map(eta ->
                                "The timelock holds it until " + Times.dateAndTime(Instant.ofEpochSecond(eta)) + " UTC")
                        .orElse("");
            case SUCCEEDED, CANCELED, DEFEATED, EXPIRED, EXECUTED -> "";
        };
    }

    /// Whether there is anything to say at all.
    static boolean concerns(ProposalState state) {
        return state != ProposalState.EXECUTED;
    }

    /// Whether it can never be carried out. The same actions can be proposed once more, with another text.
    private static boolean isLost(ProposalState state) {
        return switch (state) {
            case CANCELED, DEFEATED, EXPIRED -> true;
            case PENDING, ACTIVE, SUCCEEDED, QUEUED, EXECUTED -> false;
        };
    }

    static String votes(BigInteger units) {
        return Numbers.decimal(new BigDecimal(units, 18), 0, RoundingMode.DOWN) + " votes";
    }
}
