package org.breakwater.core.review;

import java.math.BigInteger;
import java.util.Optional;
import java.util.stream.Collectors;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.call.CallReading;
import org.breakwater.core.review.call.ReviewedCall;
import org.breakwater.core.review.check.Scene;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.SafeChange;
import org.breakwater.core.value.Address;

/// What a transaction does, in one sentence made of its bytes.
final class Sentence {

    private static final int MOST_CALLS = 3;

    private final Scene scene;

    private Sentence(Scene scene) {
        this.scene = scene;
    }

    static String of(Scene scene) {
        return new Sentence(scene).words(scene.unfolded().call()) + ".";
    }

    /// What the calls inside the outermost do, where that one is only their envelope.
    static String ofInner(Scene scene) {
        return new Sentence(scene).batch(scene.unfolded().call()) + ".";
    }

    private String words(ReviewedCall call) {
        if (call.isEnvelope() && call.operation() == Operation.DELEGATE_CALL) {
            return batch(call);
        }
        return switch (call.reading()) {
            case CallReading.Understood understood -> understood(call, understood);
            case CallReading.ChangesSafe(var _, var change) -> change(change);
            case CallReading.Payment(var value) -> "Pay " + value + " wei to " + scene.written(call.target());
            case CallReading.Rejection _ ->
                "Use up nonce " + scene.transaction().nonce() + ", so that nothing else with it can be executed";
            case CallReading.ForeignCode _ ->
                "Run the code at " + call.target() + " as the Safe itself, which may do anything";
            case CallReading.Unreadable _ ->
                "Call " + scene.written(call.target()) + " with " + call.data().length()
                        + " bytes that are not understood";
        };
    }

    private String batch(ReviewedCall call) {
        var first = call.inner().stream().limit(MOST_CALLS).map(this::words).collect(Collectors.joining("; "));
        var more = call.inner().size() - MOST_CALLS;
        return first + (more > 0 ? "; and " + more + " more" : "");
    }

    private String understood(ReviewedCall call, CallReading.Understood read) {
        var values = read.call().values();
        return switch (call.signature()) {
            case "transfer(address,uint256)" ->
                "Transfer " + amount(call.target(), number(values.get(1))) + " to " + account(values.get(0));
            case "transferFrom(address,address,uint256)" ->
                "Transfer " + amount(call.target(), number(values.get(2))) + " from " + account(values.get(0)) + " to "
                        + account(values.get(1));
            case "approve(address,uint256)" ->
                number(values.get(1)).signum() == 0
                        ? "Take the allowance of " + account(values.get(0)) + " for " + scene.written(call.target())
                                + " away"
                        : "Let " + account(values.get(0)) + " take up to "
                                + amount(call.target(), number(values.get(1)));
            default ->
                "Call " + read.function() + " of " + scene.written(call.target()) + arguments(read) + inner(call);
        };
    }

    private String inner(ReviewedCall call) {
        return call.isEnvelope() ? ", which carries: " + batch(call) : "";
    }

    private String arguments(CallReading.Understood read) {
        var given = read.call().arguments().stream()
                .filter(argument -> simple(argument.value()).isPresent())
                .map(argument ->
                        argument.name() + " " + simple(argument.value()).orElseThrow())
                .collect(Collectors.joining(", "));
        return given.isEmpty() ? "" : " with " + given;
    }

    private Optional<String> simple(AbiValue value) {
        return switch (value) {
            case AbiValue.Account(var address) -> Optional.of(scene.written(address));
            case AbiValue.Whole(var number) -> Optional.of(number.toString());
            case AbiValue.Flag(var flag) -> Optional.of(flag ? "yes" : "no");
            case AbiValue.Binary _, AbiValue.Text _, AbiValue.Items _, AbiValue.Tuple _ -> Optional.empty();
        };
    }

    private String amount(Address token, BigInteger units) {
        return units + " units of " + scene.written(token);
    }

    private String account(AbiValue value) {
        return scene.written(((AbiValue.Account) value).address());
    }

    private static BigInteger number(AbiValue value) {
        return ((AbiValue.Whole) value).number();
    }

    private String change(SafeChange change) {
        return switch (change) {
            case SafeChange.AddOwner(var owner, var threshold) ->
                "Make " + scene.written(owner) + " an owner; " + threshold + " must sign afterwards";
            case SafeChange.RemoveOwner(var _, var owner, var threshold) ->
                "Remove the owner " + scene.written(owner) + "; " + threshold + " must sign afterwards";
            case SafeChange.SwapOwner(var _, var old, var owner) ->
                "Put " + scene.written(owner) + " in the place of the owner " + scene.written(old);
            case SafeChange.ChangeThreshold(var threshold) -> "Have " + threshold + " owners sign from then on";
            case SafeChange.EnableModule(var module) ->
                "Let the module " + scene.written(module) + " do anything without a signature";
            case SafeChange.DisableModule(var _, var module) -> "Remove the module " + scene.written(module);
            case SafeChange.SetGuard(var guard) ->
                guard.isZero() ? "Remove the guard" : "Set the guard " + scene.written(guard);
            case SafeChange.SetModuleGuard(var guard) ->
                guard.isZero() ? "Remove the guard of modules" : "Set the guard of modules " + scene.written(guard);
            case SafeChange.SetFallbackHandler(var handler) ->
                handler.isZero() ? "Remove the fallback handler" : "Set the fallback handler " + scene.written(handler);
            case SafeChange.ChangeMasterCopy(var singleton) -> "Give the Safe the code at " + scene.written(singleton);
            case SafeChange.Migrate(var migration, var _) ->
                "Move the Safe to the published code of version " + migration.version();
        };
    }
}
