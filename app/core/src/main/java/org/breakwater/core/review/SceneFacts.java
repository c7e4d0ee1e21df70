package org.breakwater.core.review;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.check.BeforeAfter;
import org.breakwater.core.review.check.MoneyFlow;
import org.breakwater.core.review.check.Scene;
import org.breakwater.core.review.check.StateChange;
import org.breakwater.core.value.Address;

/// Gathers what a review shows. What cannot be had is left out; the checks say what could not.
final class SceneFacts {

    private SceneFacts() {}

    private interface Gathering<T> {
        T gather() throws ProblemException;
    }

    private static <T> T or(T otherwise, Gathering<T> gathering) {
        try {
            return gathering.gather();
        } catch (ProblemException missing) {
            return otherwise;
        }
    }

    static ReviewFacts of(Scene scene) {
        var changes = or(List.<StateChange>of(), () -> BeforeAfter.of(scene));
        var flows = MoneyFlow.of(scene);
        return new ReviewFacts(
                or(Optional.empty(), () -> Optional.of(scene.configuration())),
                changes,
                flows,
                or(List.of(), scene::imitations),
                decimals(scene, tokens(changes, flows)),
                names(scene, changes, flows),
                or(Optional.empty(), () -> gas(scene)));
    }

    private static Optional<BigInteger> gas(Scene scene) throws ProblemException {
        var simulation = scene.simulation();
        return simulation.succeeded() ? Optional.of(simulation.gas()) : Optional.empty();
    }

    private static Set<Address> tokens(List<StateChange> changes, List<MoneyFlow> flows) {
        var tokens = new LinkedHashSet<Address>();
        flows.forEach(flow -> flow.token().ifPresent(tokens::add));
        for (var change : changes) {
            switch (change) {
                case StateChange.Tokens of -> tokens.add(of.token());
                case StateChange.Moved of -> tokens.add(of.token());
                case StateChange.Allowance of -> tokens.add(of.token());
                case StateChange.Treasury of -> tokens.add(of.asset());
                default -> {}
            }
        }
        return tokens;
    }

    private static Map<Address, Integer> decimals(Scene scene, Set<Address> tokens) {
        var decimals = new HashMap<Address, Integer>();
        for (var token : tokens) {
            or(Optional.<Integer>empty(), () -> scene.decimals(token)).ifPresent(number -> decimals.put(token, number));
        }
        return decimals;
    }

    private static Map<Address, String> names(Scene scene, List<StateChange> changes, List<MoneyFlow> flows) {
        var addresses = new LinkedHashSet<Address>();
        flows.forEach(flow -> {
            addresses.addAll(List.of(flow.through(), flow.from(), flow.to()));
            flow.token().ifPresent(addresses::add);
        });
        changes.forEach(change -> addresses.addAll(named(change)));
        scene.calls().forEach(call -> addresses.add(call.target()));
        var names = new HashMap<Address, String>();
        addresses.forEach(address -> scene.name(address).ifPresent(name -> names.put(address, name)));
        return names;
    }

    private static List<Address> named(StateChange change) {
        return switch (change) {
            case StateChange.Money(var account, var _, var _) -> List.of(account);
            case StateChange.Tokens(var token, var holder, var _, var _) -> List.of(token, holder);
            case StateChange.Moved(var token, var from, var to, var _) -> List.of(token, from, to);
            case StateChange.Allowance(var token, var owner, var spender, var _, var _) ->
                List.of(token, owner, spender);
            case StateChange.Owners(var before, var after) -> joined(before, after);
            case StateChange.Modules(var before, var after) -> joined(before, after);
            case StateChange.SafeWord(var part, var before, var after) ->
                part.isAddress()
                        ? List.of(StateChange.SafeWord.address(before), StateChange.SafeWord.address(after))
                        : List.of();
            case StateChange.Role(var _, var account, var _, var _) -> List.of(account);
            case StateChange.Pool(var _, var pool, var _, var _) -> List.of(pool);
            case StateChange.Treasury(var asset, var _, var _) -> List.of(asset);
            case StateChange.Stored(var account, var _, var _, var _) -> List.of(account);
            case StateChange.Parameter _, StateChange.CouncilSpending _ -> List.of();
        };
    }

    private static List<Address> joined(List<Address> before, List<Address> after) {
        var all = new LinkedHashSet<>(before);
        all.addAll(after);
        return List.copyOf(all);
    }
}
