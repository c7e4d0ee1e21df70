package org.breakwater.desktop.wording;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.breakwater.core.call.ParameterStep.Way;
import org.breakwater.core.fact.ParameterFact.Spec;
import org.breakwater.core.follow.Known;
import org.breakwater.core.rule.ParameterClash.Setting;
import org.breakwater.core.rule.ParameterConsistency.Violation;
import org.breakwater.core.rule.ParameterPreview;
import org.breakwater.core.rule.ParameterPreview.Refusal;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.kit.BoundsTrack.Bounds;
import org.breakwater.desktop.kit.DiffRow.Direction;
import org.breakwater.desktop.l10n.ParameterWords;
import org.breakwater.desktop.l10n.Times;

/// A parameter's value and what it becomes, with everything that limits it.
///
/// @param key as the registry has it: `VENUE_CAP`
/// @param place where it holds; empty for everywhere
/// @param old the value in force, or the one that was when it was over
/// @param written the two values with their unit
/// @param bounds with the largest step from the old value
/// @param refusal why the registry would refuse it now; empty where it would not, or where it is over
public record ParameterDiff(
        String name,
        String key,
        String place,
        BigInteger old,
        BigInteger value,
        Written written,
        Bounds bounds,
        Direction direction,
        Optional<String> refusal) {

    /// @param step the change, of the largest step
    /// @param delay until it is in force
    public record Written(String before, String after, String least, String most, String step, String delay) {}

    /// What a setting would change now. Empty for a parameter that is not defined.
    ///
    /// @param before the value that it starts from, where that is not the one in force
    /// @param open whether it can still be executed
    public static Optional<ParameterDiff> of(
            Setting setting,
            Way way,
            Optional<BigInteger> before,
            boolean open,
            Known known,
            Function<Address, String> name) {
        var book = known.view().parameterBook();
        return book.spec(setting.key()).map(spec -> {
            var old = before.orElseGet(
                    () -> book.inForce(setting.key(), setting.scope()).orElseThrow());
            var preview = ParameterPreview.of(book, setting.key(), setting.scope(), setting.value(), known.time());
            return new ParameterDiff(
                    ParameterWords.name(setting.key()),
                    ParameterWords.key(setting.key()).map(Enum::name).orElseGet(setting.key()::toString),
                    ParameterWords.scope(setting.scope(), name),
                    old,
                    setting.value(),
                    written(setting, spec, way, old),
                    new Bounds(spec.min(), spec.max(), ParameterPreview.maxStep(spec, old)),
                    direction(spec, old, setting.value()),
                    open ? preview.refusal().map(refusal -> words(refusal, setting, spec)) : Optional.empty());
        });
    }

    private static Direction direction(Spec spec, BigInteger old, BigInteger value) {
        if (ParameterPreview.tightens(spec.safe(), old, value)) {
            return Direction.TIGHTENS;
        }
        return ParameterPreview.tightens(spec.safe(), value, old) ? Direction.LOOSENS : Direction.NEITHER;
    }

    private static Written written(Setting setting, Spec spec, Way way, BigInteger old) {
        var step = setting.value().subtract(old).abs();
        return new Written(
                ParameterWords.value(setting.key(), spec.unit(), old),
                ParameterWords.value(setting.key(), spec.unit(), setting.value()),
                ParameterWords.value(setting.key(), spec.unit(), spec.min()),
                ParameterWords.value(setting.key(), spec.unit(), spec.max()),
                "Step " + ParameterWords.difference(spec.unit(), step) + " of "
                        + ParameterWords.difference(spec.unit(), ParameterPreview.maxStep(spec, old)),
                switch (way) {
                    case PROPOSED -> "after " + Times.duration(Duration.ofSeconds(spec.minDelay()));
                    case PROPOSED_BY_DAO -> "after the timelock";
                    case TIGHTENED -> "at once";
                });
    }

    private static String words(Refusal refusal, Setting setting, Spec spec) {
        return switch (refusal) {
            case Refusal.UnknownParam() -> "The registry does not know this parameter.";
            case Refusal.WrongScope() -> "The parameter has no value of its own there.";
            case Refusal.OutOfBounds(var min, var max) ->
                "It lies outside of " + ParameterWords.value(setting.key(), spec.unit(), min) + " to "
                        + ParameterWords.value(setting.key(), spec.unit(), max) + ".";
            case Refusal.NoChange() -> "It is the value in force already.";
            case Refusal.StepTooLarge(var most) ->
                "The largest step is " + ParameterWords.difference(spec.unit(), most) + ".";
            case Refusal.TooManyScopes() -> "The parameter has as many values of its own as it can have.";
            case Refusal.Inconsistent(var violation) -> broken(violation);
        };
    }

    /// A rule that would be broken, and by what.
    public static String broken(Violation violation) {
        return "It would break " + ParameterWords.rule(violation.rule()) + ".";
    }
}
