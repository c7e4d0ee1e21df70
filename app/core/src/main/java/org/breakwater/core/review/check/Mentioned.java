package org.breakwater.core.review.check;

import java.util.List;
import java.util.stream.Stream;
import org.breakwater.core.abi.AbiValue;
import org.breakwater.core.call.CallReading;
import org.breakwater.core.safe.SafeChange;
import org.breakwater.core.value.Address;

/// The addresses in what was read of a call.
final class Mentioned {

    private Mentioned() {}

    static List<Address> in(CallReading reading) {
        return switch (reading) {
            case CallReading.Understood(var _, var call) ->
                call.values().stream().flatMap(Mentioned::in).toList();
            case CallReading.ChangesSafe(var _, var change) -> in(change);
            case CallReading.Payment _, CallReading.Rejection _, CallReading.ForeignCode _, CallReading.Unreadable _ ->
                List.of();
        };
    }

    private static Stream<Address> in(AbiValue value) {
        return switch (value) {
            case AbiValue.Account(var address) -> Stream.of(address);
            case AbiValue.Items(var items) -> items.stream().flatMap(Mentioned::in);
            case AbiValue.Tuple(var components) -> components.stream().flatMap(Mentioned::in);
            case AbiValue.Whole _, AbiValue.Flag _, AbiValue.Binary _, AbiValue.Text _ -> Stream.empty();
        };
    }

    /// Who or what a change brings in.
    private static List<Address> in(SafeChange change) {
        return switch (change) {
            case SafeChange.AddOwner(var owner, var _) -> List.of(owner);
            case SafeChange.SwapOwner(var _, var _, var owner) -> List.of(owner);
            case SafeChange.EnableModule(var module) -> List.of(module);
            case SafeChange.SetGuard(var guard) -> List.of(guard);
            case SafeChange.SetModuleGuard(var guard) -> List.of(guard);
            case SafeChange.SetFallbackHandler(var handler) -> List.of(handler);
            case SafeChange.ChangeMasterCopy(var singleton) -> List.of(singleton);
            case SafeChange.RemoveOwner _,
                    SafeChange.ChangeThreshold _,
                    SafeChange.DisableModule _,
                    SafeChange.Migrate _ -> List.of();
        };
    }
}
