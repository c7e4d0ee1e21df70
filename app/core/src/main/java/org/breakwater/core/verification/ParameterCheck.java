package org.breakwater.core.verification;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Whether every parameter has the rules of the script and a value that follows from the script's by changes on record.
final class ParameterCheck {

    private final ProtocolSource source;
    private final Deployment deployment;
    private final DeployedProtocol chain;
    private final Findings findings;

    ParameterCheck(ProtocolSource source, Deployment deployment, DeployedProtocol chain, Findings findings) {
        this.source = source;
        this.deployment = deployment;
        this.chain = chain;
        this.findings = findings;
    }

    void run(boolean asked) throws ProblemException {
        if (!asked) {
            findings.notAsked(Area.PARAMETERS, "The value of every parameter");
            return;
        }
        var ledger = new ParameterLedger(source.parameters(deployment));
        ledger.apply(chain.parameterRecords());
        var found = chain.parameters().stream()
                .collect(Collectors.toMap(
                        ParameterDefinition::name, definition -> definition, (a, _) -> a, TreeMap::new));
        var names = ledger.names();
        names.addAll(found.keySet());
        for (var name : names) {
            compare(name, ledger, found.get(name));
        }
    }

    private void expect(String subject, Object expected, Object found) {
        findings.expect(Area.PARAMETERS, subject, expected, found);
    }

    private void compare(String name, ParameterLedger ledger, @Nullable ParameterDefinition found) {
        var rules = ledger.rules(name);
        if (rules.isEmpty() || found == null) {
            expect(
                    "The parameter " + name,
                    rules.isEmpty() ? "undefined" : "defined",
                    found == null ? "undefined" : "defined");
            return;
        }
        rules(name, rules.get(), found.rules());
        values(name, ledger.values(name), found);
    }

    private void rules(String name, ParameterRules expected, ParameterRules found) {
        expected.terms()
                .forEach((term, value) -> expect(
                        "The " + term + " of " + name, value, found.terms().getOrDefault(term, "undefined")));
        expect("The lowest value ever of " + name, expected.min(), found.min());
        expect("The highest value ever of " + name, expected.max(), found.max());
    }

    private void values(String name, Map<ParameterScope, BigInteger> expected, ParameterDefinition found) {
        var scopes = new TreeSet<>(expected.keySet());
        scopes.addAll(found.values().keySet());
        for (var scope : scopes) {
            var value = found.values().get(scope);
            var subject = "the value of " + name + (scope.equals(ParameterScope.GLOBAL) ? " " : " for ") + scope;
            expect("By the changes on record, " + subject, words(expected.get(scope)), words(value));
            if (value != null && !found.rules().allow(value)) {
                expect(
                        "By its bounds, " + subject,
                        "between " + found.rules().min() + " and "
                                + found.rules().max(),
                        value);
            }
        }
    }

    private static String words(@Nullable BigInteger value) {
        return value == null ? "none of its own" : value.toString();
    }
}
