package org.breakwater.core.review.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.check.CheckResult.NotApplicable;
import org.breakwater.core.review.check.Flows.Allowance;
import org.breakwater.core.review.check.Flows.Payment;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BasisPoints;

/// What the calls pay, and whom they let take.
final class AmountRules {

    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);
    /// More decimals than any token has.
    static final BigInteger MOST_DECIMALS = BigInteger.valueOf(36);

    private AmountRules() {}

    static Map<CheckId, Rule> rules() {
        return Map.of(
                CheckId.FW31, AmountRules::allowances,
                CheckId.FW32, AmountRules::usualAmounts,
                CheckId.FW33, AmountRules::decimals);
    }

    private static CheckResult allowances(Scene scene) throws ProblemException {
        var allowances = Flows.of(scene).allowances();
        if (allowances.isEmpty()) {
            return new NotApplicable("It lets nobody take tokens.");
        }
        var findings = new Findings();
        for (var allowance : allowances) {
            judge(scene, allowance, findings);
        }
        return findings.orPassed("Every allowance is limited, and to somebody with a name.");
    }

    private static void judge(Scene scene, Allowance allowance, Findings findings) throws ProblemException {
        if (allowance.isRevocation()) {
            findings.note("Call " + allowance.call().place() + " takes the allowance of "
                    + scene.written(allowance.spender()) + " away.");
            return;
        }
        var lets = "Call " + allowance.call().place() + " lets " + scene.written(allowance.spender()) + " take "
                + (allowance.unlimited() ? "any amount" : allowance.amount() + " units") + " of "
                + scene.written(allowance.token());
        if (!scene.isNamed(allowance.spender()) && scene.hasBook()) {
            findings.block(lets + ", who has no name in your address book.");
        } else if (allowance.unlimited()) {
            findings.hold(lets + ", for as long as it is not taken back.");
        } else if (!scene.isNamed(allowance.spender())) {
            findings.warn(lets + ".");
        }
        if (scene.chain().code(allowance.spender()).isEmpty() && !scene.isNamed(allowance.spender())) {
            findings.hold(lets + ", who is no contract.");
        }
    }

    private static CheckResult usualAmounts(Scene scene) throws ProblemException {
        var payments = Flows.of(scene).payments().stream()
                .filter(payment -> payment.amount().signum() > 0)
                .filter(payment -> !payment.to().equals(payment.from()))
                .toList();
        if (payments.isEmpty()) {
            return new NotApplicable("It pays nothing.");
        }
        var findings = new Findings();
        for (var paid : sums(payments).entrySet()) {
            judge(scene, paid.getKey(), paid.getValue(), findings);
        }
        return findings.orPassed("No payment is above " + scene.policy().largeShare() + " of what there is.");
    }

    /// Who pays what to whom.
    private record Way(Optional<Address> token, Address from, Address to) {}

    private static Map<Way, BigInteger> sums(List<Payment> payments) {
        var sums = new LinkedHashMap<Way, BigInteger>();
        payments.forEach(payment ->
                sums.merge(new Way(payment.token(), payment.from(), payment.to()), payment.amount(), BigInteger::add));
        return sums;
    }

    private static void judge(Scene scene, Way way, BigInteger amount, Findings findings) throws ProblemException {
        var balance = way.token().isPresent()
                ? Asked.tokenBalance(scene.chain(), way.token().get(), way.from())
                : Optional.of(scene.chain().balance(way.from()));
        if (balance.isEmpty() || balance.get().signum() == 0) {
            return;
        }
        var share = new BasisPoints(amount.multiply(WHOLE).divide(balance.get()));
        var pays = scene.written(way.to()) + " gets " + share + " of the "
                + way.token().map(token -> "tokens of " + scene.written(token)).orElse("money")
                + " that " + scene.written(way.from()) + " has.";
        if (exceeds(share, scene.policy().hugeShare())) {
            findings.hold(pays);
        } else if (exceeds(share, scene.policy().largeShare())) {
            if (scene.hasBook() && !scene.isNamed(way.to())) {
                findings.hold(pays);
            } else {
                findings.warn(pays);
            }
        }
    }

    private static boolean exceeds(BasisPoints share, BasisPoints most) {
        return share.value().compareTo(most.value()) > 0;
    }

    private static CheckResult decimals(Scene scene) throws ProblemException {
        var tokens = Stream.concat(
                        Flows.of(scene).payments().stream().flatMap(payment -> payment.token().stream()),
                        Flows.of(scene).allowances().stream().map(Allowance::token))
                .distinct()
                .toList();
        if (tokens.isEmpty()) {
            return new NotApplicable("No call names an amount of a token.");
        }
        var findings = new Findings();
        var told = new ArrayList<String>();
        for (var token : tokens) {
            var decimals = Asked.number(scene.chain(), token, "decimals()");
            if (decimals.isEmpty()) {
                findings.warn(scene.written(token) + " does not say how many decimals it has; it may be no token.");
            } else if (decimals.get().compareTo(MOST_DECIMALS) > 0) {
                findings.block(scene.written(token) + " says that it has " + decimals.get() + " decimals.");
            } else {
                told.add(scene.written(token) + " has " + decimals.get() + " decimals");
            }
        }
        return findings.orPassed("On chain, " + String.join(", ", told) + ".");
    }
}
