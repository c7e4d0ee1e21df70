package org.breakwater.core.verification;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.breakwater.core.parameters.ParameterId;
import org.breakwater.core.parameters.ParameterScope;

/// What the parameters must be: as the script defines them, with everything applied that was recorded since. First
/// values
/// are no measure after years of governance; a value that no record leads to is.
final class ParameterLedger {

    private final Map<String, ParameterRules> rules = new HashMap<>();
    private final Map<String, Map<ParameterScope, BigInteger>> values = new TreeMap<>();
    private final SortedSet<String> scripted = new TreeSet<>();

    ParameterLedger(List<ParameterDefinition> script) {
        script.forEach(this::define);
        scripted.addAll(rules.keySet());
    }

    private void define(ParameterDefinition definition) {
        rules.put(definition.name(), definition.rules());
        values.put(definition.name(), new TreeMap<>(definition.values()));
    }

    /// @param records in the order in which they happened
    void apply(List<ParameterRecord> records) {
        records.forEach(this::apply);
    }

    private void apply(ParameterRecord recorded) {
        switch (recorded) {
            case ParameterRecord.Defined(var definition) -> {
                if (!scripted.contains(definition.name())) {
                    define(definition);
                }
            }
            case ParameterRecord.Scoped(var id, var value) -> {
                if (!scripted.contains(id.name())) {
                    of(id.name()).put(id.scope(), value);
                }
            }
            case ParameterRecord.BoundsTightened(var name, var min, var max) ->
                rules.computeIfPresent(name, (_, before) -> before.tightened(min, max));
            case ParameterRecord.Changed(var id, var change) -> change(id, change);
        }
    }

    /// A change is followed only where it starts from the value that was in force, so that a break in the record leaves
    /// a
    /// difference.
    private void change(ParameterId id, ValueChange change) {
        var known = of(id.name());
        var inForce = known.getOrDefault(id.scope(), known.get(ParameterScope.GLOBAL));
        if (change.oldValue().equals(inForce)) {
            known.put(id.scope(), change.newValue());
        }
    }

    private Map<ParameterScope, BigInteger> of(String name) {
        return values.computeIfAbsent(name, _ -> new TreeMap<>());
    }

    SortedSet<String> names() {
        return new TreeSet<>(rules.keySet());
    }

    Optional<ParameterRules> rules(String name) {
        return Optional.ofNullable(rules.get(name));
    }

    Map<ParameterScope, BigInteger> values(String name) {
        return values.getOrDefault(name, Map.of());
    }
}
