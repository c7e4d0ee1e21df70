package org.breakwater.desktop.feature.claims;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.breakwater.core.acting.Person;
import org.breakwater.core.governor.CaseBallot.CaseChoice;
import org.breakwater.core.governor.JurorOnChain;
import org.breakwater.core.protocol.BallotChoice;
import org.breakwater.core.protocol.CaseOutcome;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.desktop.feature.claims.CaseVoteViewModel.Matter;
import org.breakwater.desktop.feature.claims.CaseVoteViewModel.Running;
import org.breakwater.desktop.feature.claims.CaseVoteViewModel.Standing;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Times;

/// What the bar under a claim or an incident says and offers to whoever acts.
///
/// @param weight for how much they count, or why they do not vote
/// @param ballot what they said so far
/// @param interest what else they have at stake; empty for nothing
/// @param offers what they can do, the main one first
/// @param missing why they cannot vote now; empty where they can
record CaseBar(String weight, String ballot, String interest, List<Offer> offers, String missing) {

    enum Offer {
        VOTE,
        CHANGE,
        COUNT,
        EVIDENCE,
        APPEAL,
        AS_CLAIMANT,
        CHALLENGE,
        STRIKE,
        COUNCIL
    }

    static CaseBar of(Standing standing) {
        if (standing.person().isEmpty()) {
            return new CaseBar("Nobody can vote from this machine", "", "", List.of(), "");
        }
        var person = standing.person().get();
        var matter = standing.matter();
        return new CaseBar(
                weight(standing, person),
                standing.juror()
                        .map(juror -> juror.ballot()
                                .map(cast -> "Your ballot: " + word(cast))
                                .orElse(""))
                        .orElse(""),
                interest(standing),
                offers(standing, person),
                matter.running().map(running -> missing(running, matter)).orElse(""));
    }

    private static String weight(Standing standing, Person person) {
        var party = standing.matter().parties().get(person.address());
        if (party != null) {
            return person.name() + " " + party + ": a party does not vote";
        }
        if (standing.juror().isEmpty()) {
            return "No case was opened about " + standing.matter().name();
        }
        var juror = standing.juror().get();
        if (juror.isParty()) {
            return person.name() + " is a party by what the tribunal says, and does not vote";
        }
        var when = standing.matter()
                .running()
                .map(running ->
                        Times.dateAndTime(Instant.ofEpochSecond(running.view().snapshot())))
                .orElse("");
        if (juror.weight().signum() == 0) {
            return person.name() + " had no votes on " + when;
        }
        var capped = juror.power().compareTo(juror.weight()) > 0 ? ", capped, of " + Parts.votes(juror.power()) : "";
        return person.name() + " counts for " + Parts.votes(juror.weight()) + " votes" + capped + ", as of " + when
                + " UTC";
    }

    private static String interest(Standing standing) {
        var interests = new ArrayList<String>();
        standing.person()
                .map(person -> standing.matter().stakes().get(person.address()))
                .ifPresent(stake -> interests.add(sentence(stake)));
        standing.juror()
                .filter(juror ->
                        juror.shares().signum() > 0 && juror.allShares().signum() > 0)
                .ifPresent(juror ->
                        interests.add("Holds " + Numbers.percent(share(juror)) + " of the pool that would pay"));
        return String.join(". ", interests);
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static BasisPoints share(JurorOnChain juror) {
        return new BasisPoints(
                juror.shares().multiply(BigInteger.valueOf(10_000)).divide(juror.allShares()));
    }

    private static List<Offer> offers(Standing standing, Person person) {
        var offers = new ArrayList<Offer>();
        var matter = standing.matter();
        var time = matter.time();
        matter.running().ifPresent(running -> {
            var counts = standing.juror()
                    .filter(juror -> juror.weight().signum() > 0)
                    .isPresent();
            if (running.isOpenAt(time) && counts) {
                offers.add(standing.juror().flatMap(JurorOnChain::ballot).isPresent() ? Offer.CHANGE : Offer.VOTE);
            }
            if (running.isOverAt(time)) {
                offers.add(Offer.COUNT);
            }
        });
        if (matter.appeal().isPresent()) {
            if (matter.claimant().filter(person.address()::equals).isPresent()) {
                offers.add(Offer.APPEAL);
            } else if (standing.claimant().isPresent()) {
                offers.add(Offer.AS_CLAIMANT);
            }
        }
        if (matter.challenge().isPresent()) {
            offers.add(Offer.CHALLENGE);
        }
        if (matter.council().isPresent()) {
            offers.add(Offer.COUNCIL);
        }
        if (!matter.strikable().isEmpty()) {
            offers.add(Offer.STRIKE);
        }
        if (matter.takesEvidence()) {
            offers.add(Offer.EVIDENCE);
        }
        return offers;
    }

    private static String missing(Running running, Matter matter) {
        if (running.view().outcome() != CaseOutcome.OPEN) {
            return "Case " + running.caseId() + " is decided";
        }
        if (matter.time() < running.view().opens()) {
            return "The vote opens "
                    + Times.dateAndTime(Instant.ofEpochSecond(running.view().opens())) + " UTC";
        }
        return running.isOverAt(matter.time()) ? "The vote is over" : "";
    }

    static String word(JurorOnChain.Cast cast) {
        return CaseVoteViewModel.word(
                new CaseChoice(cast.choice(), cast.choice() == BallotChoice.PAY_PARTIAL ? cast.shareBps() : 0));
    }
}
