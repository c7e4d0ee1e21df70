package org.breakwater.core.review.check;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.call.ReviewedCall;
import org.breakwater.core.review.check.CheckResult.NotApplicable;
import org.breakwater.core.review.check.CheckResult.NotAvailable;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// Decisions on claims: whom they pay, on what evidence, and who decides.
final class ClaimRules {

    private static final Set<String> DECIDES = Set.of("Claims.councilDecide");

    private static final Set<String> BALLOTS = Set.of("Tribunal.vote");

    /// A cover that was bought so soon before an incident may have been bought because of it.
    private static final Duration YOUNG_COVER = Duration.ofDays(7);

    private ClaimRules() {}

    static Map<CheckId, Rule> rules() {
        return Map.of(
                CheckId.FW57, ClaimRules::decision,
                CheckId.FW58, ClaimRules::evidence,
                CheckId.FW59, ClaimRules::parties);
    }

    /// A decision and the claim that it is about.
    private record Decided(ReviewedCall call, FiledClaim claim) {

        static Optional<Decided> of(Scene scene, ReviewedCall call) throws ProblemException {
            return FiledClaim.of(scene, call.target(), given(call).number(0)).map(claim -> new Decided(call, claim));
        }
    }

    private static Arguments given(ReviewedCall call) {
        return new Arguments(call.understood().orElseThrow().call().values());
    }

    private static CheckResult decision(Scene scene) throws ProblemException {
        var decisions = scene.deployed(DECIDES);
        if (decisions.isEmpty()) {
            return new NotApplicable("It decides no claim.");
        }
        var findings = new Findings();
        for (var call : decisions) {
            judge(scene, call, Decided.of(scene, call), findings);
        }
        if (!scene.simulation().succeeded()) {
            findings.block("The protocol refuses the decision.");
        }
        return findings.orPassed("The protocol takes the decision.");
    }

    private static void judge(Scene scene, ReviewedCall call, Optional<Decided> decided, Findings findings)
            throws ProblemException {
        var given = given(call);
        var accepts = given.flag(1);
        var of = "Call " + call.place() + (accepts ? " accepts" : " refuses") + " claim " + given.number(0)
                + decided.map(each -> " of " + scene.written(each.claim().claimant()))
                        .orElse("");
        if (!accepts) {
            findings.note(of + ".");
            return;
        }
        if (decided.isEmpty()) {
            findings.note(of + " with " + given.number(2) + " units.");
            return;
        }
        var claim = decided.get().claim();
        findings.note(of + " with " + claim.amount(scene, given.number(2)) + " of the "
                + claim.amount(scene, claim.requested()) + " asked for, paid to " + scene.written(claim.payee())
                + ".");
        if (given.number(2).compareTo(claim.requested()) > 0) {
            findings.block("It grants more than was asked for.");
        }
        if (!claim.payee().equals(claim.claimant())) {
            findings.warn("Claim " + claim.number() + " pays " + scene.written(claim.payee())
                    + ", who is not the one who claims.");
        }
        cover(scene, claim, given.number(2), findings);
    }

    /// What the cover leaves to be paid, who has it now and since when it is there.
    private static void cover(Scene scene, FiledClaim claim, BigInteger granted, Findings findings)
            throws ProblemException {
        var known = claim.limit(scene);
        if (known.isPresent() && granted.compareTo(known.get().insured()) > 0) {
            findings.block(
                    "It grants more than the " + claim.amount(scene, known.get().insured()) + " that are insured.");
        } else if (known.isPresent() && granted.compareTo(known.get().most()) > 0) {
            var more = "It grants more than the cover pays: of "
                    + claim.amount(scene, known.get().insured())
                    + " insured " + claim.amount(scene, known.get().loss()) + " are lost, and less the deductible of "
                    + claim.amount(scene, known.get().deductible()) + " that is "
                    + claim.amount(scene, known.get().most()) + ".";
            if (claim.disputed()) {
                findings.warn(more + " The amount is what is disputed.");
            } else {
                findings.hold(more);
            }
        }
        var cover = claim.cover(scene);
        if (cover.isEmpty()) {
            return;
        }
        if (!cover.get().holder().equals(claim.claimant())) {
            findings.warn("The cover of claim " + claim.number() + " is held by "
                    + scene.written(cover.get().holder()) + " now, not by the one who claims.");
        }
        if (cover.get().since().plus(YOUNG_COVER).isAfter(cover.get().occurred())) {
            findings.warn("The cover of claim " + claim.number() + " is in force since "
                    + cover.get().since() + " only, and the incident occurred on "
                    + cover.get().occurred() + ".");
        }
    }

    private static CheckResult evidence(Scene scene) throws ProblemException {
        var decisions = scene.deployed(DECIDES);
        if (decisions.isEmpty()) {
            return new NotApplicable("It decides no claim.");
        }
        var findings = new Findings();
        var missing = new ArrayList<String>();
        for (var call : decisions) {
            var decided = Decided.of(scene, call);
            if (decided.isPresent()) {
                judge(
                        scene,
                        "The evidence of claim " + decided.get().claim().number(),
                        decided.get().claim().evidence(),
                        findings,
                        missing);
            }
            judge(
                    scene,
                    "The reason that call " + call.place() + " names",
                    given(call).word(3),
                    findings,
                    missing);
        }
        return findings.or(
                missing.isEmpty()
                        ? new CheckResult.Passed(
                                "The evidence and the reason that are known here have the hashes on the" + " chain.")
                        : new NotAvailable(String.join(" ", missing)));
    }

    private static void judge(Scene scene, String what, Hash32 hash, Findings findings, List<String> missing) {
        var texts = scene.kept().texts();
        if (hash.equals(Hash32.ZERO)) {
            findings.warn(what + " is none.");
        } else if (texts.served(hash).isEmpty()) {
            missing.add(what + " (" + hash + ") is not kept here.");
        } else if (texts.text(hash).isEmpty()) {
            findings.block(what + " was handed over here with other words than the hash on the chain has.");
        }
    }

    private static CheckResult parties(Scene scene) throws ProblemException {
        var decisions = scene.deployed(DECIDES);
        var ballots = scene.deployed(BALLOTS);
        var votes = PayingProposal.votes(scene);
        if (decisions.isEmpty() && ballots.isEmpty() && votes.isEmpty()) {
            return new NotApplicable("It decides no claim, and votes on nothing that pays somebody.");
        }
        var judges = judges(scene);
        var findings = new Findings();
        for (var call : decisions) {
            var decided = Decided.of(scene, call);
            if (decided.isEmpty()) {
                return new NotAvailable("The claim's parties could not be read.");
            }
            judge(decided.get().claim(), judges, findings);
            interests(scene, decided.get().claim(), judges, findings);
        }
        for (var call : ballots) {
            var claim = FiledClaim.ofCase(scene, call.target(), given(call).number(0));
            if (claim.isPresent()) {
                judge(claim.get(), judges, findings);
                interests(scene, claim.get(), judges, findings);
            }
        }
        for (var vote : votes) {
            vote.payments().forEach((payee, what) -> {
                if (judges.containsKey(payee)) {
                    findings.hold(judges.get(payee) + " is paid " + what + " by the proposal that call " + vote.place()
                            + " votes for: nobody judges their own.");
                }
            });
        }
        return findings.orPassed("No owner of the Safe claims, is paid, or has money in the pool that pays.");
    }

    /// Who takes part in the decision, each as a sentence begins.
    private static Map<Address, String> judges(Scene scene) throws ProblemException {
        var judges = new LinkedHashMap<Address, String>();
        for (var owner : scene.configuration().owners()) {
            judges.put(owner, scene.written(owner) + ", an owner of the Safe,");
        }
        judges.put(scene.safe(), "The Safe itself");
        scene.told()
                .proposer()
                .ifPresent(proposer ->
                        judges.putIfAbsent(proposer, scene.written(proposer) + ", who is said to have proposed it,"));
        return judges;
    }

    private static void judge(FiledClaim claim, Map<Address, String> judges, Findings findings) {
        judges.forEach((judge, written) -> {
            if (judge.equals(claim.claimant()) || judge.equals(claim.payee())) {
                findings.hold(written + (judge.equals(claim.payee()) ? " is paid by" : " makes") + " claim "
                        + claim.number() + ": nobody judges their own.");
            }
        });
    }

    /// Whoever has shares of the pool loses by what it pays.
    private static void interests(Scene scene, FiledClaim claim, Map<Address, String> judges, Findings findings)
            throws ProblemException {
        var pool = claim.pool(scene);
        if (pool.isEmpty()) {
            return;
        }
        for (var judge : judges.entrySet()) {
            var shares = Asked.tokenBalance(scene.chain(), pool.get(), judge.getKey());
            if (shares.filter(held -> held.signum() > 0).isPresent()) {
                findings.warn(judge.getValue() + " has shares of the pool that pays claim " + claim.number() + ".");
            }
        }
    }
}
