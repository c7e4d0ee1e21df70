package org.breakwater.core.projection;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.fact.ParameterFact;
import org.breakwater.core.fact.ParameterFact.Spec;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.projection.ParameterRecords.Value;
import org.breakwater.core.projection.ParameterRecords.ValueKey;
import org.breakwater.core.projection.view.Change;
import org.breakwater.core.protocol.ChangeState;
import org.breakwater.core.value.Hash32;

/// Folds parameters and their changes.
record ParameterFold(ParameterRecords records) {

    void apply(ParameterFact fact, LoggedFact logged) {
        switch (fact) {
            case ParameterFact.ParamDefined defined -> {
                records.keys().put((long) records.keys().size(), defined.key());
                records.specs().put(defined.key(), defined.spec());
                set(defined.key(), ParameterScope.GLOBAL, defined.initialValue(), 0);
            }
            case ParameterFact.ParamScoped scoped -> set(scoped.key(), scoped.scope(), scoped.initialValue(), 0);
            case ParameterFact.BoundsTightened tightened -> tightened(tightened);
            case ParameterFact.ChangeProposed proposed -> proposed(proposed, logged.time());
            case ParameterFact.ChangeExecuted executed -> {
                requireInForce(executed.key(), executed.scope(), executed.oldValue());
                set(executed.key(), executed.scope(), executed.newValue(), logged.time());
                move(executed.changeId(), ChangeState.EXECUTED);
            }
            case ParameterFact.ChangeCancelled cancelled -> move(cancelled.changeId(), ChangeState.CANCELLED);
            // A tightening starts no interval.
            case ParameterFact.Tightened tightened -> {
                requireInForce(tightened.key(), tightened.scope(), tightened.oldValue());
                var changedAt = records.changedAt(tightened.key(), tightened.scope());
                set(tightened.key(), tightened.scope(), tightened.newValue(), changedAt);
            }
        }
    }

    private void requireInForce(Hash32 key, ParameterScope scope, BigInteger value) {
        if (!records.inForce(key, scope).equals(Optional.of(value))) {
            throw new HistoryGap("parameter " + key + " was " + value + " for " + scope + " when it changed");
        }
    }

    private void set(Hash32 key, ParameterScope scope, BigInteger value, long changedAt) {
        var place = new ValueKey(key, scope);
        if (!scope.equals(ParameterScope.GLOBAL) && records.values().find(place).isEmpty()) {
            var more = new ArrayList<>(records.scopes(key));
            more.add(scope);
            records.overrides().put(key, List.copyOf(more));
        }
        records.values().put(place, new Value(value, changedAt));
    }

    private void tightened(ParameterFact.BoundsTightened tightened) {
        records.specs()
                .change(
                        tightened.key(),
                        () -> "parameter " + tightened.key() + " was never defined",
                        spec -> new Spec(
                                spec.unit(),
                                spec.safe(),
                                spec.scopeKind(),
                                spec.maxStepBps(),
                                spec.minDelay(),
                                spec.minInterval(),
                                tightened.min(),
                                tightened.max(),
                                spec.minAbsStep()));
    }

    private void proposed(ParameterFact.ChangeProposed proposed, long at) {
        records.changes()
                .put(
                        proposed.changeId(),
                        new Change(
                                proposed.key(),
                                proposed.scope(),
                                proposed.oldValue(),
                                proposed.newValue(),
                                at,
                                proposed.eta(),
                                proposed.expiry(),
                                proposed.proposer(),
                                proposed.byDao(),
                                proposed.rationaleHash(),
                                ChangeState.PENDING));
    }

    private void move(long changeId, ChangeState state) {
        records.changes()
                .change(changeId, () -> "change " + changeId + " was never proposed", change -> change.in(state));
    }
}
