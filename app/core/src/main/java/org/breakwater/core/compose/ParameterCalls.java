package org.breakwater.core.compose;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.breakwater.core.fact.ParameterFact.Spec;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.projection.view.Change;
import org.breakwater.core.projection.view.ChangeView;
import org.breakwater.core.protocol.ChangeState;
import org.breakwater.core.protocol.ModuleName;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.protocol.PauseScope;
import org.breakwater.core.protocol.SafeDirection;
import org.breakwater.core.protocol.ScopeKind;
import org.breakwater.core.rule.ParameterClash.Setting;
import org.breakwater.core.rule.ParameterConsistency;
import org.breakwater.core.rule.ParameterPreview;
import org.breakwater.core.rule.ParameterPreview.Refusal;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Word;

/// Reads calls of the parameter registry.
record ParameterCalls(InputReader inputs, ComposeContext context) {

    Optional<ComposedCall> read() {
        var registry = context.module(ModuleName.PARAMETERS);
        if (registry.isEmpty()) {
            inputs.refuse(inputs.template().inputs().getFirst(), "The protocol has no parameter registry yet.");
            return Optional.empty();
        }
        return read(registry.get());
    }

    private Optional<ComposedCall> read(Address registry) {
        return switch (inputs.template()) {
            case TIGHTEN_NOW -> {
                var setting = setting();
                var reason = inputs.reason();
                setting.ifPresent(this::requireTightening);
                yield setting.flatMap(wanted -> reason.map(hash -> new ComposedCall.Tighten(registry, wanted, hash)));
            }
            case PROPOSE_CHANGE -> {
                var setting = setting();
                var reason = inputs.reason();
                setting.ifPresent(this::requireAcceptable);
                yield setting.flatMap(wanted ->
                        reason.map(hash -> new ComposedCall.Propose(registry, wanted, hash, context.isDao())));
            }
            case EXECUTE_CHANGE -> {
                var change = change();
                change.ifPresent(this::requireReady);
                yield change.map(pending -> new ComposedCall.ExecuteChange(registry, pending.changeId()));
            }
            case CANCEL_CHANGE -> {
                var change = change();
                var reason = inputs.reason();
                if (!context.isDao()
                        && change.filter(pending -> pending.change().byDao()).isPresent()) {
                    inputs.refuse(Input.CHANGE, "The DAO decided it; only the DAO can cancel it.");
                }
                yield change.flatMap(pending -> reason.map(
                        hash -> new ComposedCall.CancelChange(registry, pending.changeId(), hash, context.isDao())));
            }
            default -> throw new IllegalArgumentException("no parameter call: " + inputs.template());
        };
    }

    private Optional<Setting> setting() {
        var key = inputs.read(Input.PARAMETER, "Choose a parameter.", ParameterCalls::key);
        var spec = key.flatMap(context.book()::spec);
        if (key.isPresent() && spec.isEmpty()) {
            inputs.refuse(Input.PARAMETER, "The registry does not know this parameter.");
        }
        if (spec.isEmpty()) {
            return Optional.empty();
        }
        var scope = inputs.readIfWritten(Input.SCOPE, ParameterCalls::scope)
                .or(() -> inputs.isEmpty(Input.SCOPE) ? Optional.of(ParameterScope.GLOBAL) : Optional.empty())
                .filter(where -> fits(spec.get(), where));
        var value = inputs.read(
                Input.VALUE,
                "Write the new value.",
                text -> WrittenValue.read(spec.get().unit(), text));
        return scope.flatMap(where -> value.map(next -> new Setting(key.orElseThrow(), where, next)));
    }

    private boolean fits(Spec spec, ParameterScope scope) {
        var fits = ParameterPreview.fits(spec.scopeKind(), scope);
        if (!fits) {
            inputs.refuse(Input.SCOPE, "The parameter has no value of its own there.");
        }
        return fits;
    }

    /// A key of the contracts by its name, or any other by its word.
    static Hash32 key(String text) {
        return Arrays.stream(ParameterKey.values())
                .filter(key -> key.name().equals(text))
                .findFirst()
                .map(ParameterKey::word)
                .orElseGet(() -> text.startsWith("0x") ? Hash32.fromHex(text) : new Hash32(Word.ofAscii(text)));
    }

    static ParameterScope scope(String text) {
        return new ParameterScope(Hash32.fromHex(text));
    }

    private BigInteger old(Setting wanted) {
        return context.book().inForce(wanted.key(), wanted.scope()).orElseThrow();
    }

    private Spec spec(Setting wanted) {
        return context.book().spec(wanted.key()).orElseThrow();
    }

    /// What tightens skips delay, step and interval, never bounds and consistency.
    private void requireTightening(Setting wanted) {
        var spec = spec(wanted);
        var old = old(wanted);
        if (wanted.value().compareTo(spec.min()) < 0 || wanted.value().compareTo(spec.max()) > 0) {
            outOfBounds(spec, wanted.value());
        } else if (spec.safe() == SafeDirection.NEITHER) {
            inputs.refuse(Input.PARAMETER, "Neither way of it is safer. Propose a change instead.");
        } else if (!ParameterPreview.tightens(spec.safe(), old, wanted.value())) {
            inputs.refuse(
                    Input.VALUE,
                    spec.safe() == SafeDirection.HIGHER
                            ? "Only a value above " + words(spec, old) + " tightens. Propose a change to loosen it."
                            : "Only a value below " + words(spec, old) + " tightens. Propose a change to loosen it.");
        } else {
            ParameterConsistency.violation(context.book(), wanted.key(), wanted.scope(), wanted.value())
                    .ifPresent(broken -> inputs.refuse(Input.VALUE, broken(broken)));
        }
    }

    private void requireAcceptable(Setting wanted) {
        var preview = ParameterPreview.of(context.book(), wanted.key(), wanted.scope(), wanted.value(), context.time());
        preview.refusal().ifPresent(refusal -> refuse(refusal, wanted, preview));
    }

    private void refuse(Refusal refusal, Setting wanted, ParameterPreview preview) {
        var spec = spec(wanted);
        switch (refusal) {
            case Refusal.UnknownParam() -> inputs.refuse(Input.PARAMETER, "The registry does not know this parameter.");
            case Refusal.WrongScope() -> inputs.refuse(Input.SCOPE, "The parameter has no value of its own there.");
            case Refusal.OutOfBounds _ -> outOfBounds(spec, wanted.value());
            case Refusal.NoChange() -> inputs.refuse(Input.VALUE, "It is the value in force already.");
            case Refusal.StepTooLarge(var most) -> {
                var works = wanted.value().compareTo(old(wanted)) > 0 ? preview.highest() : preview.lowest();
                inputs.add(InputProblem.refused(
                        Input.VALUE,
                        "One proposal moves it by at most " + step(spec, most) + ". " + words(spec, works) + " works.",
                        WrittenValue.write(spec.unit(), works)));
            }
            case Refusal.TooManyScopes() ->
                inputs.refuse(Input.SCOPE, "The parameter has as many values of its own as it can have.");
            case Refusal.Inconsistent(var violation) -> inputs.refuse(Input.VALUE, broken(violation));
        }
    }

    private void outOfBounds(Spec spec, BigInteger value) {
        var works = value.compareTo(spec.min()) < 0 ? spec.min() : spec.max();
        inputs.add(InputProblem.refused(
                Input.VALUE,
                "It lies outside of " + words(spec, spec.min()) + " to " + words(spec, spec.max()) + ".",
                WrittenValue.write(spec.unit(), works)));
    }

    private static String step(Spec spec, BigInteger step) {
        return WrittenValue.write(spec.unit(), step)
                + (WrittenValue.sign(spec.unit()).equals("%") ? "\u00A0pp" : "");
    }

    private static String words(Spec spec, BigInteger value) {
        return WrittenValue.words(spec.unit(), value);
    }

    private static String broken(ParameterConsistency.Violation violation) {
        var rule = violation.rule();
        return "It would break the rule " + sign(rule) + ".";
    }

    /// A rule with the registry's names: `RATE_FLOOR ≤ RATE_CEILING`.
    static String sign(ParameterConsistency.Rule rule) {
        return switch (rule.form()) {
            case AT_MOST -> rule.key() + " ≤ " + rule.other();
            case BELOW -> rule.key() + " < " + rule.other();
            case SUM_AT_MOST_ONE -> rule.key() + " + " + rule.other() + " ≤ 100 %";
            case RISES_WITH_LEVEL -> rule.key() + " rises with the level";
        };
    }

    private Optional<ChangeView> change() {
        var id = inputs.small(Input.CHANGE, "Choose a pending change.");
        var found = id.flatMap(number -> context.known().view().changes().stream()
                .filter(change -> change.changeId() == number)
                .filter(change -> change.change().state() == ChangeState.PENDING)
                .findFirst());
        if (id.isPresent() && found.isEmpty()) {
            inputs.refuse(Input.CHANGE, "No change of that number is pending.");
        }
        return found;
    }

    private void requireReady(ChangeView pending) {
        Change change = pending.change();
        var now = context.time();
        var old = context.book().inForce(change.key(), change.scope()).orElseThrow();
        var spec = context.book().spec(change.key()).orElseThrow();
        var last = context.book().changedAt(change.key(), change.scope());
        if (now < change.eta()) {
            inputs.refuse(Input.CHANGE, "It is not due yet.");
        } else if (!old.equals(change.expectedOld())) {
            inputs.refuse(
                    Input.CHANGE,
                    "It expects " + words(spec, change.expectedOld()) + " in force, and that is now " + words(spec, old)
                            + ".");
        } else if (last != 0 && now < last + spec.minInterval()) {
            inputs.refuse(Input.CHANGE, "The value in force was changed too short a time ago.");
        } else if (!ParameterPreview.tightens(spec.safe(), old, change.newValue()) && isLooseningPaused(change)) {
            inputs.refuse(Input.CHANGE, "Loosening is paused; only what tightens can be executed now.");
        } else {
            requireAcceptable(new Setting(change.key(), change.scope(), change.newValue()), pending);
        }
    }

    /// A change that is not a pool's own touches every pool that has no override (`_isLooseningPaused`).
    private boolean isLooseningPaused(Change change) {
        var scope = change.scope();
        if (scope.tag() == ScopeKind.POOL.tag()) {
            return isLooseningPaused(scope.number().longValueExact());
        }
        return isLooseningPaused(0)
                || context.known().view().pools().stream()
                        .filter(pool -> context.book()
                                .own(change.key(), ParameterScope.pool(pool.poolId()))
                                .isEmpty())
                        .anyMatch(pool -> isLooseningPaused(pool.poolId()));
    }

    private boolean isLooseningPaused(long poolId) {
        return context.known().view().pausedUntil(PauseScope.PARAM_LOOSEN, poolId) > context.time();
    }

    private void requireAcceptable(Setting wanted, ChangeView pending) {
        ParameterPreview.of(context.book(), wanted.key(), wanted.scope(), wanted.value(), context.time())
                .refusal()
                .ifPresent(refusal -> inputs.refuse(
                        Input.CHANGE,
                        refusal instanceof Refusal.Inconsistent(var violation)
                                ? broken(violation)
                                : "The registry would refuse change " + pending.changeId() + " now."));
    }
}
