package org.breakwater.core.rule;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.fact.ParameterFact.Spec;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.protocol.RiskKind;
import org.breakwater.core.protocol.RiskLevel;
import org.breakwater.core.protocol.SafeDirection;
import org.breakwater.core.protocol.ScopeKind;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// What proposing a value now would answer (`ParameterRegistry.preview`).
///
/// @param refusal why it would be refused, empty where it would be accepted
/// @param earliestEta earliest time of execution, seconds since 1970; 0 where key or scope are refused
/// @param lowest value that bounds and step allow now
/// @param highest value that bounds and step allow now
public record ParameterPreview(Optional<Refusal> refusal, long earliestEta, BigInteger lowest, BigInteger highest) {

    /// Overrides that one key may have.
    public static final int MOST_SCOPES = 256;

    private static final BigInteger HIGHEST_POOL = BigInteger.valueOf(0xffff_ffffL);
    private static final BigInteger HIGHEST_ACCOUNT =
            BigInteger.ONE.shiftLeft(8 * Address.LENGTH).subtract(BigInteger.ONE);

    /// Why a value is not accepted; the error of the registry has the same name.
    public sealed interface Refusal {

        record UnknownParam() implements Refusal {}

        record WrongScope() implements Refusal {}

        record OutOfBounds(BigInteger min, BigInteger max) implements Refusal {}

        record NoChange() implements Refusal {}

        record StepTooLarge(BigInteger maxStep) implements Refusal {}

        record TooManyScopes() implements Refusal {}

        record Inconsistent(ParameterConsistency.Violation violation) implements Refusal {}
    }

    /// @param at time of the proposal
    public static ParameterPreview of(ParameterBook book, Hash32 key, ParameterScope scope, BigInteger value, long at) {
        var spec = book.spec(key);
        if (spec.isEmpty()) {
            return refused(new Refusal.UnknownParam());
        }
        if (!fits(spec.get().scopeKind(), scope)) {
            return refused(new Refusal.WrongScope());
        }
        var old = book.inForce(key, scope).orElseThrow();
        var step = maxStep(spec.get(), old);
        return new ParameterPreview(
                refusal(book, spec.get(), key, scope, old, value),
                earliestEta(spec.get(), book.changedAt(key, scope), at, false),
                Unsigned.saturatingSub(old, step).max(spec.get().min()),
                old.add(step).min(spec.get().max()));
    }

    private static ParameterPreview refused(Refusal why) {
        return new ParameterPreview(Optional.of(why), 0, BigInteger.ZERO, BigInteger.ZERO);
    }

    private static Optional<Refusal> refusal(
            ParameterBook book, Spec spec, Hash32 key, ParameterScope scope, BigInteger old, BigInteger value) {
        if (value.compareTo(spec.min()) < 0 || value.compareTo(spec.max()) > 0) {
            return Optional.of(new Refusal.OutOfBounds(spec.min(), spec.max()));
        }
        if (value.equals(old)) {
            return Optional.of(new Refusal.NoChange());
        }
        var step = maxStep(spec, old);
        if (value.subtract(old).abs().compareTo(step) > 0) {
            return Optional.of(new Refusal.StepTooLarge(step));
        }
        var first = !scope.equals(ParameterScope.GLOBAL) && book.own(key, scope).isEmpty();
        if (first && book.scopes(key).size() == MOST_SCOPES) {
            return Optional.of(new Refusal.TooManyScopes());
        }
        return ParameterConsistency.violation(book, key, scope, value).map(Refusal.Inconsistent::new);
    }

    /// Largest change of a value that a proposal may ask for.
    public static BigInteger maxStep(Spec spec, BigInteger old) {
        return Solvency.limit(old, Unsigned.of(spec.maxStepBps())).max(spec.minAbsStep());
    }

    /// Earliest time of execution of what is proposed at a time.
    ///
    /// @param lastChangedAt of the value in force, 0 if never
    /// @param byDao what the DAO decided has waited already
    public static long earliestEta(Spec spec, long lastChangedAt, long at, boolean byDao) {
        var waited = at + (byDao ? 0 : spec.minDelay());
        return lastChangedAt == 0 ? waited : Math.max(waited, lastChangedAt + spec.minInterval());
    }

    /// Whether a change goes the safe way.
    public static boolean tightens(SafeDirection safe, BigInteger old, BigInteger value) {
        return switch (safe) {
            case NEITHER -> false;
            case LOWER -> value.compareTo(old) < 0;
            case HIGHER -> value.compareTo(old) > 0;
        };
    }

    /// Whether a scope is the global one or one of the kind a key may have.
    public static boolean fits(ScopeKind kind, ParameterScope scope) {
        if (scope.equals(ParameterScope.GLOBAL)) {
            return true;
        }
        if (scope.tag() != kind.tag()) {
            return false;
        }
        var number = scope.number();
        return switch (kind) {
            case GLOBAL -> false;
            case LEVEL -> number.compareTo(Unsigned.of(RiskLevel.CRITICAL.number())) <= 0;
            case KIND -> number.compareTo(Unsigned.of(RiskKind.PARAMETRIC.number())) <= 0;
            case POOL -> number.signum() > 0 && number.compareTo(HIGHEST_POOL) <= 0;
            case ADDRESS -> number.signum() > 0 && number.compareTo(HIGHEST_ACCOUNT) <= 0;
        };
    }
}
