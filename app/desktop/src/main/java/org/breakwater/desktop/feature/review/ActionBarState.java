package org.breakwater.desktop.feature.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.breakwater.core.acting.Person;
import org.breakwater.core.review.Settled;
import org.breakwater.core.review.Verdict;
import org.breakwater.core.safe.NonceOrder.Position;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.feature.review.ReviewPage.Reviewed;
import org.breakwater.desktop.kit.SignerBar;
import org.breakwater.desktop.kit.Tone;

/// What the bar under a review says and offers.
///
/// @param signers by name
/// @param open how many things hold it that are not settled
/// @param stand how the transaction stands, a sentence
/// @param offer what the person can do next
/// @param missing why they can do nothing; empty where there is an offer
record ActionBarState(
        List<String> signers,
        int threshold,
        SignerBar.Next next,
        int open,
        String stand,
        Tone tone,
        Optional<Offer> offer,
        String missing) {

    /// The next act.
    enum Offer {
        /// Type what holds it.
        SETTLE,
        SIGN,
        EXECUTE
    }

    boolean isBlocked() {
        return next == SignerBar.Next.NOBODY;
    }

    /// What the window knows besides the review.
    ///
    /// @param settled by the person who acts
    /// @param signed who signed here a moment ago
    /// @param waits whether an execution was handed in whose end is not known
    /// @param stale why the review is not of the newest block
    record Here(Settled settled, Set<Address> signed, boolean waits, Optional<String> stale) {}

    static ActionBarState of(Reviewed reviewed, Optional<Person> person, Here here) {
        var blocked = reviewed.review().verdict() == Verdict.BLOCK;
        var open = blocked ? 0 : here.settled().open(reviewed.review()).size();
        var missing = missing(reviewed, person, here);
        var offer = missing.isEmpty() ? Optional.of(offer(reviewed, open)) : Optional.<Offer>empty();
        return new ActionBarState(
                reviewed.signers(),
                reviewed.safe().setup().threshold(),
                next(blocked, offer),
                open,
                stand(reviewed.review().verdict(), open, here.waits()),
                Outcomes.tone(reviewed),
                offer,
                missing);
    }

    private static Offer offer(Reviewed reviewed, int open) {
        if (open > 0) {
            return Offer.SETTLE;
        }
        return isExecutable(reviewed) ? Offer.EXECUTE : Offer.SIGN;
    }

    private static SignerBar.Next next(boolean blocked, Optional<Offer> offer) {
        if (blocked) {
            return SignerBar.Next.NOBODY;
        }
        return offer.isPresent() ? SignerBar.Next.YOU : SignerBar.Next.OTHERS;
    }

    private static String stand(Verdict verdict, int open, boolean waits) {
        if (verdict == Verdict.BLOCK) {
            return "Cannot be signed in this console. There is no override.";
        }
        if (waits) {
            return "Handed in to the network, no block has it yet";
        }
        return switch (open) {
            case 0 -> verdict == Verdict.HOLD ? "What held it is settled" : "Nothing stands against it";
            case 1 -> "Held by one thing to settle";
            default -> "Held by " + open + " things to settle";
        };
    }

    private static String missing(Reviewed reviewed, Optional<Person> person, Here here) {
        if (reviewed.review().verdict() == Verdict.BLOCK || here.waits()) {
            return reviewed.review().verdict() == Verdict.BLOCK ? "it is blocked" : "it is under way";
        }
        if (here.stale().isPresent()) {
            return "the review is not of the newest block";
        }
        if (person.isEmpty()) {
            return "nobody can sign on this machine";
        }
        if (reviewed.position().filter(at -> at == Position.USED_UP).isPresent()) {
            return "its nonce is used up";
        }
        if (!isExecutable(reviewed)) {
            return unsigned(reviewed, person.get(), here.signed());
        }
        return person.get().pays() ? "" : person.get().name() + " signs for Safes alone, and pays for nothing";
    }

    /// Why somebody cannot sign.
    private static String unsigned(Reviewed reviewed, Person person, Set<Address> signed) {
        if (!reviewed.safe().setup().owners().contains(person.address())) {
            return person.name() + " is no owner of this Safe";
        }
        var has =
                signed.contains(person.address()) || reviewed.queued().signers().contains(person.address());
        return has ? person.name() + " has signed" : "";
    }

    /// Whether it has its signatures and its turn.
    private static boolean isExecutable(Reviewed reviewed) {
        return reviewed.safe().isComplete(reviewed.queued())
                && reviewed.position().filter(at -> at == Position.NEXT).isPresent();
    }
}
