package org.breakwater.core.compose;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.council.Council.WatchedSafe;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.exchange.PastedInterface;
import org.breakwater.core.follow.Known;
import org.breakwater.core.governor.Dao;
import org.breakwater.core.protocol.ModuleName;
import org.breakwater.core.rule.ParameterBook;
import org.breakwater.core.rule.ParameterClash;
import org.breakwater.core.safe.SafeChange;
import org.breakwater.core.value.Address;

/// What a call is composed against: the protocol and whoever makes the call as they stand after one block, and after
/// the
/// calls that stand before it. A proposal of the DAO is composed against what is in force now, too: what will be when
/// it
/// is carried out, nobody knows.
///
/// @param interfaces reads what somebody pastes
/// @param book the parameters
/// @param owners of the Safe, in the contract's order; none for the DAO
/// @param threshold how many of them must sign
/// @param modules of the Safe, in the contract's order; none for the DAO
/// @param spent by calls before, out of the council's allowance
public record ComposeContext(
        Known known,
        Deployment deployment,
        Composer composer,
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
                new Composer.OfSafe(safe),
                interfaces,
                known.view().parameterBook(),
                setup.owners(),
                setup.threshold(),
                setup.modules(),
                BigInteger.ZERO);
    }

    /// Before any action of a proposal of the DAO.
    public static ComposeContext of(Known known, Deployment deployment, Dao dao, PastedInterface interfaces) {
        return new ComposeContext(
                known,
                deployment,
                new Composer.OfDao(dao),
                interfaces,
                known.view().parameterBook(),
                List.of(),
                0,
                List.of(),
                BigInteger.ZERO);
    }

    /// Before anything that somebody is to make.
    public static ComposeContext of(Known known, Deployment deployment, Composer composer, PastedInterface interfaces) {
        return switch (composer) {
            case Composer.OfSafe(var safe) -> of(known, deployment, safe, interfaces);
            case Composer.OfDao(var dao) -> of(known, deployment, dao, interfaces);
        };
    }

    public Address account() {
        return composer.address();
    }

    /// The Safe.
    ///
    /// @throws java.util.NoSuchElementException where the DAO makes the calls
    public WatchedSafe safe() {
        return composer.asSafe().orElseThrow();
    }

    boolean isDao() {
        return composer.isDao();
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
            case ComposedCall.Spend(var _, var _, var _, var amount, var _, var byDao)
            when !byDao -> with(book, owners, threshold, modules, spent.add(amount));
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
                known, deployment, composer, interfaces, nextBook, nextOwners, nextThreshold, nextModules, nextSpent);
    }
}
