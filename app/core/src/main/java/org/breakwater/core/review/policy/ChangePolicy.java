package org.breakwater.core.review.policy;

import java.math.BigInteger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.check.CheckId;
import org.breakwater.core.review.request.PolicyStanding;
import org.breakwater.core.review.request.ReviewPolicy;
import org.breakwater.core.value.Address;

/// Use case: a person changes what they allow. It is never done while signing: what is allowed more counts only after
/// {@link AllowedCode#COOL_DOWN}, and whoever allows it types what it is and says why. Every change is recorded.
///
/// @param clock by which the time until it counts is measured: the chain's
public record ChangePolicy(PolicyStore store, CodeHashes code, InstantSource clock) {

    /// What is to be typed to go on with a policy that something else wrote to.
    public static final String ADOPT = "take over";

    private static final int DIGITS = 6;

    /// What counts now.
    public ReviewPolicy now() throws ProblemException {
        return store.read().at(clock.instant());
    }

    /// What is written down, without what has ended by now.
    public PersonalPolicy inForce() throws ProblemException {
        return store.read().tidied(clock.instant());
    }

    /// What is to be typed to allow the code at an address.
    public static String phrase(Address contract) {
        return "allow " + lastDigits(contract);
    }

    /// What is to be typed to allow refunds to an address.
    public static String refundPhrase(Address receiver) {
        return "refund " + lastDigits(receiver);
    }

    /// What is to be typed to let a denied account go.
    public static String pardonPhrase(Address account) {
        return "pardon " + lastDigits(account);
    }

    /// What is to be typed to want no second person for a check any more.
    public static String waivePhrase(CheckId check) {
        return "alone " + check.name();
    }

    private static String lastDigits(Address address) {
        var text = address.toString();
        return text.substring(text.length() - DIGITS);
    }

    private static void requireTyped(String typed, String phrase, String what) throws ProblemException {
        if (!typed.strip().toLowerCase(Locale.ROOT).equals(phrase.toLowerCase(Locale.ROOT))) {
            throw new ProblemException(Problem.of("What was typed does not name " + what + ".", "Type: " + phrase));
        }
    }

    private static void requireReason(String why, String remedy) throws ProblemException {
        if (why.isBlank() || why.length() > AllowedCode.MOST_WHY) {
            throw new ProblemException(
                    Problem.of("Why it is allowed is said in 1 to " + AllowedCode.MOST_WHY + " characters.", remedy));
        }
    }

    /// Writes down that the code at an address was reviewed.
    ///
    /// @return the entry, with the time from which on it counts
    public AllowedCode allow(Address contract, String typed, String why) throws ProblemException {
        requireTyped(typed, phrase(contract), "this contract");
        requireReason(why, "Say who reviewed the code.");
        var hash = code.codeHash(contract)
                .orElseThrow(() -> new ProblemException(
                        Problem.of("There is no code at " + contract + ".", "Check the address and the network.")));
        var allowed = new AllowedCode(contract, hash, why.strip(), clock.instant());
        change(
                allowed.since(),
                "Allowed the code at " + contract + ": " + allowed.why(),
                before -> before.allowing(allowed));
        return allowed;
    }

    /// Takes back what is allowed at an address, at once.
    public void forbid(Address contract) throws ProblemException {
        change(clock.instant(), "Took back the code at " + contract, before -> before.without(contract));
    }

    /// Writes down that transactions may refund somebody.
    ///
    /// @return the entry, with the time from which on it counts
    public AllowedRefund allowRefund(Address receiver, Address token, BigInteger most, String typed, String why)
            throws ProblemException {
        requireTyped(typed, refundPhrase(receiver), "this receiver");
        requireReason(why, "Say who it is and what they do for it.");
        try {
            var allowed = new AllowedRefund(receiver, token, most, why.strip(), clock.instant());
            change(
                    allowed.since(),
                    "Allowed refunds of at most " + most + " units of " + token + " to " + receiver + ": "
                            + allowed.why(),
                    before -> before.allowing(allowed));
            return allowed;
        } catch (IllegalArgumentException refused) {
            throw new ProblemException(
                    Problem.of("This refund cannot be allowed: " + refused.getMessage() + ".", "Give another amount."),
                    refused);
        }
    }

    /// Takes back the refund for a receiver and token, at once.
    public void forbidRefund(Address receiver, Address token) throws ProblemException {
        change(
                clock.instant(),
                "Took back refunds in " + token + " to " + receiver,
                before -> before.without(receiver, token));
    }

    /// Has nobody deal with an account, at once.
    public void deny(Address account) throws ProblemException {
        change(clock.instant(), "Denied " + account, before -> before.denying(account));
    }

    /// Lets a denied account go. It is denied until that counts.
    ///
    /// @return from when on
    public Instant pardon(Address account, String typed) throws ProblemException {
        requireTyped(typed, pardonPhrase(account), "this account");
        var since = clock.instant();
        change(since, "Let " + account + " go", before -> before.pardoning(account, since));
        return since.plus(AllowedCode.COOL_DOWN);
    }

    /// Wants a second person where a check holds, at once.
    public void askSecondPerson(CheckId check) throws ProblemException {
        change(
                clock.instant(),
                "Wanted a second person for " + check.name(),
                before -> before.wantingSecondPerson(check));
    }

    /// Wants none any more. One is wanted until that counts.
    ///
    /// @return from when on
    public Instant waiveSecondPerson(CheckId check, String typed) throws ProblemException {
        requireTyped(typed, waivePhrase(check), "this check");
        var since = clock.instant();
        change(since, "Gave up the second person for " + check.name(), before -> before.waiving(check, since));
        return since.plus(AllowedCode.COOL_DOWN);
    }

    /// Goes on with what the file says, although something else wrote to it. What loosens begins to wait now.
    public void adopt(String typed) throws ProblemException {
        requireTyped(typed, ADOPT, "what is done");
        var at = clock.instant();
        store.change(before -> before.begunAt(at).recorded(at, "Took over what something else wrote to the file"));
    }

    private void change(Instant at, String what, UnaryOperator<PersonalPolicy> change) throws ProblemException {
        store.change(before -> {
            if (before.standing() instanceof PolicyStanding.Changed(var why)) {
                throw new ProblemException(new Problem(
                        "Something else than this program changed the policy. " + why,
                        "A further change would hide that.",
                        "Look at it in Settings, Review policy, and take over what it says, or put the file back."));
            }
            return changed(before.tidied(at), change).recorded(at, what);
        });
    }

    private static PersonalPolicy changed(PersonalPolicy before, UnaryOperator<PersonalPolicy> change)
            throws ProblemException {
        try {
            return change.apply(before);
        } catch (IllegalArgumentException refused) {
            throw new ProblemException(
                    Problem.of(
                            "The policy cannot say that: " + refused.getMessage() + ".", "Take something back first."),
                    refused);
        }
    }
}
