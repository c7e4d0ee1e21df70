package org.breakwater.core.review.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.chain.SimulatedCall;
import org.breakwater.core.review.chain.Simulation;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;

/// Where the facts come from, and what the transaction does when it is run.
final class SourceRules {

    private static final long WEEK = 7L * 24 * 60 * 60;

    /// Blocks within which nothing should differ.
    private static final long SOON = 100;

    private static final Address ELSEWHERE = account("a coinbase that no block has");

    private SourceRules() {}

    private static Address account(String words) {
        return new Address(Keccak.hash(words).bytes().slice(12, 32));
    }

    static Map<CheckId, Rule> rules() {
        return Map.of(
                CheckId.FW49, SourceRules::doesWhatItSays,
                CheckId.FW50, SourceRules::doesTheSameElsewhere);
    }

    private static CheckResult doesWhatItSays(Scene scene) throws ProblemException {
        var effects = Effects.of(scene);
        var findings = new Findings();
        if (!effects.succeeds()) {
            findings.hold(effects.failure());
        }
        effects.hiddenChanges()
                .forEach(part -> findings.block("When it is run, " + part + " is another, though no call says so."));
        effects.hiddenOutflows().forEach(findings::hold);
        effects.hiddenAllowances().forEach(allowance -> findings.hold(allowance + " No call says so."));
        return findings.orPassed("On block " + scene.chain().block().number()
                + " it succeeds and does nothing to the Safe but what its calls say.");
    }

    private static CheckResult doesTheSameElsewhere(Scene scene) throws ProblemException {
        var here = scene.simulation();
        if (!here.succeeded()) {
            return new CheckResult.NotApplicable("It fails here already.");
        }
        var findings = new Findings();
        for (var elsewhere : elsewhere(scene)) {
            compare(scene, here, elsewhere, findings);
        }
        return findings.orPassed("It does the same to the Safe in other blocks.");
    }

    private static void compare(Scene scene, Simulation here, SimulatedCall.Surroundings elsewhere, Findings findings)
            throws ProblemException {
        var there = scene.chain().simulate(scene.execution().in(elsewhere));
        var soon = elsewhere.number() - scene.chain().block().number() < SOON;
        if (!there.succeeded() && !soon) {
            findings.note("At " + Instant.ofEpochSecond(elsewhere.time()) + " it would fail.");
        } else if (!outcome(here, scene).equals(outcome(there, scene))) {
            findings.hold("In block " + elsewhere.number() + " of " + Instant.ofEpochSecond(elsewhere.time())
                    + " it does something else: a contract may tell a simulation from the real thing.");
        }
    }

    private static List<SimulatedCall.Surroundings> elsewhere(Scene scene) {
        var block = scene.chain().block();
        var time = block.time().getEpochSecond();
        return List.of(
                new SimulatedCall.Surroundings(block.number() + 1, time + 12, ELSEWHERE),
                new SimulatedCall.Surroundings(block.number() + 25, time + 300, Address.ZERO),
                new SimulatedCall.Surroundings(block.number() + 50_400, time + WEEK, ELSEWHERE));
    }

    /// What counts as the same: what the Safe tells of itself, who sends it or takes from it, and which words of its
    /// storage change; not how much, which may depend on the time.
    private static List<Object> outcome(Simulation simulation, Scene scene) {
        var outcome = new ArrayList<Object>();
        outcome.add(simulation.succeeded());
        simulation.events().stream()
                .filter(event -> event.contract().equals(scene.safe()) || concerns(event, scene.safe()))
                .forEach(event -> {
                    outcome.add(event.contract());
                    outcome.add(event.topics());
                });
        outcome.add(simulation.after().keySet().stream()
                .filter(word -> word.account().equals(scene.safe()))
                .map(word -> word.slot().toString())
                .sorted()
                .toList());
        return outcome;
    }

    private static boolean concerns(Simulation.Event event, Address safe) {
        var topic = new Hash32(Word.of(safe));
        return event.topics().stream().skip(1).anyMatch(topic::equals);
    }
}
