package org.breakwater.core.review.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.call.ReviewedCall;
import org.breakwater.core.value.Address;

/// Questions that checks ask the chain one after another, asked at the same time: the checks then find the answers.
/// What fails here fails in the check too, which says so.
final class Foresight {

    private Foresight() {}

    private interface Asking {
        void ask() throws ProblemException;
    }

    private static Runnable quietly(Asking asking) {
        return () -> {
            try {
                asking.ask();
            } catch (ProblemException failed) {
                // the check that asks the same gets the same answer
            }
        };
    }

    static List<Runnable> of(Scene scene) {
        var chain = scene.chain();
        var questions = new ArrayList<Runnable>();
        var targets = new LinkedHashSet<Address>();
        scene.calls().stream().map(ReviewedCall::target).forEach(targets::add);
        for (var target : targets) {
            questions.add(quietly(() -> age(scene, target)));
            questions.add(quietly(() -> upgrades(scene, target)));
        }
        var flows = Flows.of(scene);
        flows.payments().stream()
                .map(Flows.Payment::from)
                .distinct()
                .forEach(payer -> questions.add(quietly(() -> chain.balance(payer))));
        for (var allowance : flows.allowances()) {
            questions.add(quietly(() -> chain.code(allowance.spender())));
        }
        questions.add(quietly(() -> Inquiry.of(scene)));
        return questions;
    }

    private static void age(Scene scene, Address target) throws ProblemException {
        if (TargetRules.isSettling(scene, target)) {
            scene.chain().codeSince(target);
        } else {
            scene.chain().code(target);
        }
    }

    private static void upgrades(Scene scene, Address target) throws ProblemException {
        if (Proxies.implementation(scene.chain(), target).isPresent()) {
            scene.chain().upgrades(target);
        }
    }
}
