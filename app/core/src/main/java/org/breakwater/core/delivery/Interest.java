package org.breakwater.core.delivery;

import java.util.Set;
import org.breakwater.core.alert.Alert.Severity;
import org.breakwater.core.watch.AlertChange;

/// Which changes a target is told of.
///
/// @param severities at least one
/// @param rules by their names; empty for all
public record Interest(Set<Severity> severities, Set<String> rules) {

    public static final Interest ALL = new Interest(Set.of(Severity.values()), Set.of());

    public Interest {
        severities = Set.copyOf(severities);
        rules = Set.copyOf(rules);
    }

    boolean takes(AlertChange change) {
        return severities.contains(change.said().severity()) && takesRule(change);
    }

    boolean takesRule(AlertChange change) {
        return rules.isEmpty() || rules.contains(change.rule());
    }
}
