package org.breakwater.core.review.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.call.ReviewedCall;
import org.breakwater.core.review.check.CheckResult.NotApplicable;
import org.breakwater.core.review.check.CheckResult.NotAvailable;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// Decisions on claims: whom they pay, on what evidence, and who decides.
final class ClaimRules {

    private static final Set<String> DECIDES = Set.of("Claims.councilDecide");

    private static final String CLAIM = "(uint256,uint64,address,address,uint8,uint8,uint8,uint8,uint8,bool,bool,"
            + "uint48,uint48,uint48,uint48,uint48,uint64,uint256,uint256,uint256,uint256,bytes32,bytes32)";

    private static final String INCIDENT = "(uint32,uint32,uint8,uint8,uint8,uint16,uint48,uint48,uint48,uint48,"
            + "uint48,uint48,uint48,uint48,uint8,address,address,address,uint256,uint256,uint256,address,uint256,"
            + "uint64,bytes32)";

    private ClaimRules() {}

    static Map<CheckId, Rule> rules() {
        return Map.of(
                CheckId.FW57, ClaimRules::decision,
                CheckId.FW58, ClaimRules::evidence,
                CheckId.FW59, ClaimRules::parties);
    }

    /// A decision and the claim that it is about.
    ///
    /// @param payee who gets what is granted
    /// @param evidence hash of what the claimant filed
    private record Decided(
            ReviewedCall call,
            BigInteger number,
            BigInteger incident,
            Address claimant,
            Address payee,
            BigInteger requested,
            Hash32 evidence) {

        static Optional<Decided> of(Scene scene, ReviewedCall call) throws ProblemException {
            var number = given(call).number(0);
            return Asked.struct(scene.chain(), call.target(), "claim(uint64)", CLAIM, new AbiValue.Whole(number))
                    .filter(claim -> !claim.account(2).isZero())
                    .map(claim -> new Decided(
                            call,
                            number,
                            claim.number(1),
                            claim.account(2),
                            claim.account(3),
                            claim.number(17),
                            claim.word(21)));
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

    private static void judge(Scene scene, ReviewedCall call, Optional<Decided> claim, Findings findings) {
        var given = given(call);
        var accepts = given.flag(1);
        var of = "Call " + call.place() + (accepts ? " accepts" : " refuses") + " claim " + given.number(0)
                + claim.map(decided -> " of " + scene.written(decided.claimant()))
                        .orElse("");
        if (!accepts) {
            findings.note(of + ".");
            return;
        }
        findings.note(of + " with " + given.number(2) + " units"
                + claim.map(decided -> " of the " + decided.requested() + " asked for, paid to "
                                + scene.written(decided.payee()))
                        .orElse("")
                + ".");
        claim.filter(decided -> given.number(2).compareTo(decided.requested()) > 0)
                .ifPresent(_ -> findings.block("It grants more than was asked for."));
        claim.filter(decided -> !decided.payee().equals(decided.claimant()))
                .ifPresent(decided -> findings.warn("Claim " + decided.number() + " pays "
                        + scene.written(decided.payee()) + ", who is not the one who claims."));
    }

    private static CheckResult evidence(Scene scene) throws ProblemException {
        var decisions = scene.deployed(DECIDES);
        if (decisions.isEmpty()) {
            return new NotApplicable("It decides no claim.");
        }
        var findings = new Findings();
        var missing = new ArrayList<String>();
        for (var call : decisions) {
            var claim = Decided.of(scene, call);
            if (claim.isPresent()) {
                judge(
                        scene,
                        "The evidence of claim " + claim.get().number(),
                        claim.get().evidence(),
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
        if (decisions.isEmpty()) {
            return new NotApplicable("It decides no claim.");
        }
        var judges = new LinkedHashMap<Address, String>();
        for (var owner : scene.configuration().owners()) {
            judges.put(owner, scene.written(owner) + ", an owner of the Safe,");
        }
        judges.put(scene.safe(), "The Safe itself");
        scene.told()
                .proposer()
                .ifPresent(proposer ->
                        judges.putIfAbsent(proposer, scene.written(proposer) + ", who is said to have proposed it,"));
        var findings = new Findings();
        for (var call : decisions) {
            var claim = Decided.of(scene, call);
            if (claim.isEmpty()) {
                return new NotAvailable("The claim's parties could not be read.");
            }
            judge(claim.get(), judges, findings);
            interests(scene, claim.get(), judges, findings);
        }
        return findings.orPassed("No owner of the Safe claims, is paid, or has money in the pool that pays.");
    }

    private static void judge(Decided claim, Map<Address, String> judges, Findings findings) {
        judges.forEach((judge, written) -> {
            if (judge.equals(claim.claimant()) || judge.equals(claim.payee())) {
                findings.hold(written + (judge.equals(claim.payee()) ? " is paid by" : " makes") + " claim "
                        + claim.number() + ": nobody judges their own.");
            }
        });
    }

    /// Whoever has shares of the pool loses by what it pays.
    private static void interests(Scene scene, Decided claim, Map<Address, String> judges, Findings findings)
            throws ProblemException {
        var incidents = scene.contract("Incidents");
        var incident = incidents.isEmpty()
                ? Optional.<Arguments>empty()
                : Asked.struct(
                        scene.chain(),
                        incidents.get(),
                        "incident(uint64)",
                        INCIDENT,
                        new AbiValue.Whole(claim.incident()));
        var pool = incident.flatMap(read -> scene.pool(read.number(0)));
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
