package org.breakwater.core.review.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.breakwater.core.problem.ProblemException;

/// All checks, in the order of their ids.
public final class Firewall {

    private static final Map<CheckId, Rule> RULES = rules();

    private Firewall() {}

    private static Map<CheckId, Rule> rules() {
        var rules = new EnumMap<CheckId, Rule>(CheckId.class);
        List.of(
                        IdentityRules.rules(),
                        OperationRules.rules(),
                        HashRules.rules(),
                        ConfigurationRules.rules(),
                        TargetRules.rules(),
                        PowerRules.rules(),
                        AmountRules.rules(),
                        MeaningRules.rules(),
                        NonceRules.rules(),
                        NodeRules.rules(),
                        SourceRules.rules(),
                        GovernanceRules.rules(),
                        VoteRules.rules(),
                        ClaimRules.rules(),
                        SolvencyRules.rules(),
                        InsuranceRules.rules(),
                        PriceRules.rules(),
                        EnvironmentRules.rules())
                .forEach(rules::putAll);
        if (rules.size() != CheckId.values().length) {
            throw new IllegalStateException("a check has no rule");
        }
        return rules;
    }

    /// Runs every check, all at the same time: most of what they take is waiting for the chain. One that fails says so
    /// and leaves the others alone.
    public static List<Check> run(Scene scene) {
        return run(scene, RULES.keySet());
    }

    /// As above, those checks alone that have something to say about a kind of act.
    public static List<Check> run(Scene scene, Set<CheckId> wanted) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Foresight.of(scene).forEach(threads::execute);
            var running = new ArrayList<Future<Check>>();
            RULES.forEach((id, rule) -> {
                if (wanted.contains(id)) {
                    running.add(threads.submit(() -> new Check(id, result(rule, scene))));
                }
            });
            var checks = new ArrayList<Check>();
            for (var each : running) {
                checks.add(each.get());
            }
            return checks;
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the review was cancelled");
        }
    }

    private static CheckResult result(Rule rule, Scene scene) {
        try {
            return rule.check(scene);
        } catch (ProblemException unread) {
            return new CheckResult.CouldNotRun(unread.problem().toString());
        }
    }
}
