package org.breakwater.core.emergency;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.breakwater.core.compose.Draft;
import org.breakwater.core.compose.Input;
import org.breakwater.core.compose.Power;
import org.breakwater.core.compose.Template;
import org.breakwater.core.compose.WrittenCall;
import org.breakwater.core.council.Council.WatchedSafe;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.follow.Known;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.protocol.ModuleName;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.protocol.SafeDirection;
import org.breakwater.core.protocol.ScopeKind;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Selector;

/// Something beside a pause that a Safe may do at once, and that makes the protocol safer: an adapter whose readings
/// count no more, a parameter that moves its safe way.
///
/// @param safe that may
public record SafetyMeasure(WatchedSafe safe, Subject subject) {

    /// What it is about.
    public sealed interface Subject {

        /// An adapter that is not quarantined (`EmergencyGuardian.quarantineAdapter`).
        record Adapter(Address adapter) implements Subject {}

        /// A parameter that has a safe way (`ParameterRegistry.tightenNow`).
        record Parameter(ParameterKey key, ParameterScope scope) implements Subject {}
    }

    private static final Selector QUARANTINE = Selector.of("quarantineAdapter(address,bytes32)");
    private static final Selector TIGHTEN = Selector.of("tightenNow(bytes32,bytes32,uint128,bytes32)");

    /// Everything of that kind that one of the Safes may do without announcing it. Where several may, the first does.
    public static List<SafetyMeasure> of(Known known, Deployment deployment, List<WatchedSafe> safes) {
        var measures = new ArrayList<SafetyMeasure>();
        able(known, deployment, safes, ModuleName.GUARDIAN, QUARANTINE)
                .ifPresent(safe -> adapters(known, deployment)
                        .map(adapter -> new SafetyMeasure(safe, adapter))
                        .forEach(measures::add));
        able(known, deployment, safes, ModuleName.PARAMETERS, TIGHTEN)
                .ifPresent(safe -> parameters(known)
                        .map(parameter -> new SafetyMeasure(safe, parameter))
                        .forEach(measures::add));
        return List.copyOf(measures);
    }

    private static Optional<WatchedSafe> able(
            Known known, Deployment deployment, List<WatchedSafe> safes, ModuleName module, Selector function) {
        return known.view()
                .module(module)
                .flatMap(target -> safes.stream()
                        .filter(safe ->
                                Power.of(known, deployment, safe.address(), target, function) instanceof Power.AtOnce)
                        .findFirst());
    }

    private static Stream<Subject.Adapter> adapters(Known known, Deployment deployment) {
        return deployment.contracts().stream()
                .filter(contract -> contract.name().endsWith("Adapter"))
                .map(contract -> contract.address())
                .filter(adapter -> !known.view().isQuarantined(adapter))
                .map(Subject.Adapter::new);
    }

    /// For every pool, and for each pool where a parameter may differ by pool.
    private static Stream<Subject.Parameter> parameters(Known known) {
        return Stream.of(ParameterKey.values())
                .flatMap(key -> known.view().parameterBook().spec(key.word()).stream()
                        .filter(spec -> spec.safe() != SafeDirection.NEITHER)
                        .flatMap(spec ->
                                scopes(known, spec.scopeKind()).map(scope -> new Subject.Parameter(key, scope))));
    }

    private static Stream<ParameterScope> scopes(Known known, ScopeKind kind) {
        var everywhere = Stream.of(ParameterScope.GLOBAL);
        return kind == ScopeKind.POOL
                ? Stream.concat(
                        everywhere, known.view().pools().stream().map(pool -> ParameterScope.pool(pool.poolId())))
                : everywhere;
    }

    /// It as a draft, with everything in it that can be known: what is left are the value and the reason.
    public Draft draft(long id, Instant at) {
        return new Draft(
                id,
                safe.domain().chainId(),
                safe.address(),
                Optional.empty(),
                List.of(written()),
                at,
                Optional.empty());
    }

    private WrittenCall written() {
        return switch (subject) {
            case Subject.Adapter(var adapter) ->
                WrittenCall.empty(Template.QUARANTINE_ADAPTER).with(Input.ADAPTER, adapter.toString());
            case Subject.Parameter(var key, var scope) ->
                WrittenCall.empty(Template.TIGHTEN_NOW)
                        .with(Input.PARAMETER, key.name())
                        .with(Input.SCOPE, scope.encoded().toString());
        };
    }
}
