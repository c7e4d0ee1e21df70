package org.breakwater.core.projection;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.fact.ParameterFact.Spec;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.projection.view.Change;
import org.breakwater.core.rule.ParameterBook;
import org.breakwater.core.value.Hash32;

/// What is known of parameters.
///
/// @param keys by their place in the registry, from 0
/// @param overrides scopes of a key that have a value of their own, in the order in which they came
/// @param changes by number
record ParameterRecords(
        Table<Long, Hash32> keys,
        Table<Hash32, Spec> specs,
        Table<ValueKey, Value> values,
        Table<Hash32, List<ParameterScope>> overrides,
        Table<Long, Change> changes)
        implements ParameterBook {

    record ValueKey(Hash32 key, ParameterScope scope) {}

    /// @param changedAt last executed change, seconds since 1970; an override inherits the global value's
    record Value(BigInteger value, long changedAt) {}

    static ParameterRecords in(Journal journal) {
        return new ParameterRecords(
                Table.in(journal), Table.in(journal), Table.in(journal), Table.in(journal), Table.in(journal));
    }

    ParameterRecords frozen() {
        return new ParameterRecords(
                keys.frozen(), specs.frozen(), values.frozen(), overrides.frozen(), changes.frozen());
    }

    @Override
    public Optional<Spec> spec(Hash32 key) {
        return specs.find(key);
    }

    @Override
    public Optional<BigInteger> own(Hash32 key, ParameterScope scope) {
        return values.find(new ValueKey(key, scope)).map(Value::value);
    }

    @Override
    public List<ParameterScope> scopes(Hash32 key) {
        return overrides.get(key, List.of());
    }

    @Override
    public long changedAt(Hash32 key, ParameterScope scope) {
        return values.find(new ValueKey(key, scope))
                .or(() -> values.find(new ValueKey(key, ParameterScope.GLOBAL)))
                .map(Value::changedAt)
                .orElse(0L);
    }
}
