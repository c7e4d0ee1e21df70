package org.breakwater.core.review.policy;

import java.time.InstantSource;
import java.util.Locale;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.request.ReviewPolicy;
import org.breakwater.core.value.Address;

/// Use case: a person changes what they allow. It is never done while signing: what is allowed more counts only after
/// {@link AllowedCode#COOL_DOWN}, and whoever allows it types what it is and says why.
///
/// @param clock by which the time until it counts is measured: the chain's
public record ChangePolicy(PolicyStore store, CodeHashes code, InstantSource clock) {

    private static final int DIGITS = 6;

    /// What counts now.
    public ReviewPolicy now() throws ProblemException {
        return store.read().at(clock.instant());
    }

    /// What is to be typed to allow the code at an address.
    public static String phrase(Address contract) {
        var text = contract.toString();
        return "allow " + text.substring(text.length() - DIGITS);
    }

    /// Writes down that the code at an address was reviewed.
    ///
    /// @return the entry, with the time from which on it counts
    public AllowedCode allow(Address contract, String typed, String why) throws ProblemException {
        if (!typed.strip().toLowerCase(Locale.ROOT).equals(phrase(contract).toLowerCase(Locale.ROOT))) {
            throw new ProblemException(
                    Problem.of("What was typed does not name this contract.", "Type: " + phrase(contract)));
        }
        if (why.isBlank() || why.length() > AllowedCode.MOST_WHY) {
            throw new ProblemException(Problem.of(
                    "Why it is allowed is said in 1 to " + AllowedCode.MOST_WHY + " characters.",
                    "Say who reviewed the code."));
        }
        var hash = code.codeHash(contract)
                .orElseThrow(() -> new ProblemException(
                        Problem.of("There is no code at " + contract + ".", "Check the address and the network.")));
        var allowed = new AllowedCode(contract, hash, why.strip(), clock.instant());
        store.write(store.read().allowing(allowed));
        return allowed;
    }

    /// Takes back what is allowed at an address, at once.
    public void forbid(Address contract) throws ProblemException {
        store.write(store.read().without(contract));
    }

    /// Has nobody deal with an account, at once.
    public void deny(Address account) throws ProblemException {
        store.write(store.read().denying(account));
    }
}
