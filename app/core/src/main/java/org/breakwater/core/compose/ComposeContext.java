package org.breakwater.core.compose;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.council.Council.WatchedSafe;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.exchange.PastedInterface;
import org.breakwater.core.follow.Known;
import org.breakwater.core.protocol.ModuleName;
import org.breakwater.core.rule.ParameterBook;
import org.breakwater.core.rule.ParameterClash;
import org.breakwater.core.safe.SafeChange;
import org.breakwater.core.value.Address;

/// What a call is composed against: the protocol and the Safe as they stand after one block, and after the calls that
/// stand before it in the batch.
///
/// @param interfaces reads what somebody pastes
/// @param book the parameters
/// @param owners of the Safe, in the contract's order
/// @param threshold how many of them must sign
/// @param modules of the Safe, in the contract's order
/// @param spent by calls before, out of the council's allowance
public record ComposeContext(
        Known known,
        Deployment deployment,
        WatchedSafe safe,
        PastedInterface interfaces,
        ParameterBook book,
        List<Address> owners,
        int threshold,
        List<Address> modules,
        BigInteger spent) {

    public ComposeContext {
        owners = List.copyOf(owners);
        modules = List.copyOf(modules);
    }

    /// Before any call.
    public static ComposeContext of(Known known, Deployment deployment, WatchedSafe safe, PastedInterface interfaces) {
        var setup = safe.setup();
        return new ComposeContext(
                known,
                deployment,
                safe,
                interfaces,
                known.view().parameterBook(),
                setup.owners(),
                setup.threshold(),
                setup.modules(),
                BigInteger.ZERO);
    }

    public Address account() {
        return safe.address();
    }

    /// Seconds since 1970.
    public long time() {
        return known.time();
    }

    Optional<Address> module(ModuleName name) {
        return known.view().module(name);
    }

    /// After one more call.
    public ComposeContext after(ComposedCall call) {
        return switch (call) {
            case ComposedCall.Tighten(var _, var setting, var _) ->
                with(ParameterClash.after(book, setting), owners, threshold, modules, spent);
            case ComposedCall.Spend(var _, var _, var _, var amount, var _) ->
                with(book, owners, threshold, modules, spent.add(amount));
            case ComposedCall.ChangeSafe(var _, var change) -> after(change);
            default -> this;
        };
    }

    private ComposeContext after(SafeChange change) {
        return switch (change) {
            case SafeChange.AddOwner(var owner, var next) -> {
                var more = new ArrayList<>(owners);
                more.addFirst(owner);
                yield with(book, more, next.intValueExact(), modules, spent);
            }
            case SafeChange.RemoveOwner(var _, var owner, var next) ->
                with(
                        book,
                        owners.stream().filter(one -> !one.equals(owner)).toList(),
                        next.intValueExact(),
                        modules,
                        spent);
            case SafeChange.SwapOwner(var _, var old, var next) ->
                with(
                        book,
                        owners.stream().map(one -> one.equals(old) ? next : one).toList(),
                        threshold,
                        modules,
                        spent);
            case SafeChange.ChangeThreshold(var next) -> with(book, owners, next.intValueExact(), modules, spent);
            case SafeChange.EnableModule(var module) -> {
                var more = new ArrayList<>(modules);
                more.addFirst(module);
                yield with(book, owners, threshold, more, spent);
            }
            case SafeChange.DisableModule(var _, var module) ->
                with(
                        book,
                        owners,
                        threshold,
                        modules.stream().filter(one -> !one.equals(module)).toList(),
                        spent);
            case SafeChange.SetGuard _,
                    SafeChange.SetModuleGuard _,
                    SafeChange.SetFallbackHandler _,
                    SafeChange.ChangeMasterCopy _,
                    SafeChange.Migrate _ -> this;
        };
    }

    private ComposeContext with(
            ParameterBook nextBook,
            List<Address> nextOwners,
            int nextThreshold,
            List<Address> nextModules,
            BigInteger nextSpent) {
        return new ComposeContext(
                known, deployment, safe, interfaces, nextBook, nextOwners, nextThreshold, nextModules, nextSpent);
    }
}
