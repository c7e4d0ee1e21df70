package org.breakwater.core.review.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
                        ConfigurationRules.rules(),
                        TargetRules.rules(),
                        MeaningRules.rules(),
                        NonceRules.rules(),
                        SourceRules.rules(),
                        GovernanceRules.rules(),
                        InsuranceRules.rules(),
                        EnvironmentRules.rules())
                .forEach(rules::putAll);
        if (rules.size() != CheckId.values().length) {
            throw new IllegalStateException("a check has no rule");
        }
        return rules;
    }

    /// Runs every check. One that fails says so and leaves the others alone.
    public static List<Check> run(Scene scene) {
        var checks = new ArrayList<Check>();
        RULES.forEach((id, rule) -> checks.add(new Check(id, result(rule, scene))));
        return checks;
    }

    private static CheckResult result(Rule rule, Scene scene) {
        try {
            return rule.check(scene);
        } catch (ProblemException unread) {
            return new CheckResult.CouldNotRun(unread.problem().toString());
        }
    }
}
