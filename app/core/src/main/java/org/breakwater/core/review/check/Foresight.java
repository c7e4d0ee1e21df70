package org.breakwater.core.review.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.breakwater.core.review.call.ReviewedCall;
import org.breakwater.core.value.Address;

/// Questions that checks ask the chain one after another, asked at the same time: the checks then find the answers. What
/// fails here fails in the check too, which says so.
final class Foresight {

    private Foresight() {}

    static List<Callable<?>> of(Scene scene) {
        var chain = scene.chain();
        var questions = new ArrayList<Callable<?>>();
        var targets = new LinkedHashSet<Address>();
        scene.calls().stream().map(ReviewedCall::target).forEach(targets::add);
        for (var target : targets) {
            questions.add(() -> chain.code(target));
            questions.add(() -> TargetRules.isSettling(scene, target) ? chain.codeSince(target) : "");
            questions.add(() -> Proxies.implementation(chain, target).isPresent() ? chain.upgrades(target) : "");
        }
        var flows = Flows.of(scene);
        flows.payments().stream()
                .map(Flows.Payment::from)
                .distinct()
                .forEach(payer -> questions.add(() -> chain.balance(payer)));
        for (var allowance : flows.allowances()) {
            questions.add(() -> chain.code(allowance.spender()));
        }
        questions.add(() -> Inquiry.of(scene));
        return questions;
    }
}
