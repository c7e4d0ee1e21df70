package org.breakwater.desktop.feature.emergency;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.follow.Known;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.projection.view.PauseView;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.protocol.ModuleName;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.protocol.PauseScope;
import org.breakwater.core.value.Selector;
import org.breakwater.desktop.feature.emergency.EmergencyPage.Holder;
import org.breakwater.desktop.feature.emergency.EmergencyPage.PoolName;
import org.breakwater.desktop.feature.emergency.EmergencyPage.Power;
import org.breakwater.desktop.l10n.Terms;

/// Makes the emergency map of what is known.
///
/// @param deployment names the roles
record ReadEmergency(Deployment deployment) {

    private static final long EVERY_POOL = 0;

    EmergencyPage of(Known known) {
        var view = known.view();
        var treasury = view.treasury();
        return new EmergencyPage(
                known.block(),
                view.pools().stream()
                        .map(pool -> new PoolName(pool.poolId(), pool.name(), Terms.of(pool.kind())))
                        .toList(),
                Arrays.stream(PauseScope.values())
                        .map(scope -> row(view, scope))
                        .toList(),
                view.pauses().reversed().stream()
                        .map(pause -> stop(view, pause))
                        .toList(),
                new EmergencyPage.Budget(
                        treasury.pausesUsed(), treasury.pausesMax(), moment(treasury.pauseWindowEnds())),
                new EmergencyPage.Limits(
                        seconds(view, ParameterKey.PAUSE_MAX), seconds(view, ParameterKey.PAUSE_COOLDOWN)),
                powers(view));
    }

    private static Duration seconds(ProtocolView view, ParameterKey key) {
        return Duration.ofSeconds(
                view.parameterBook().get(key, ParameterScope.GLOBAL).longValueExact());
    }

    private static MapRow row(ProtocolView view, PauseScope scope) {
        var cells = new ArrayList<MapCell>();
        cells.add(cell(view, scope, EVERY_POOL));
        view.pools().forEach(pool -> cells.add(cell(view, scope, pool.poolId())));
        return new MapRow(scope, ScopeWords.name(scope), ScopeWords.stops(scope), ScopeWords.goesOn(scope), cells);
    }

    private static MapCell cell(ProtocolView view, PauseScope scope, long poolId) {
        return new MapCell(
                scope, poolId, moment(view.pausedUntil(scope, poolId)), moment(view.coolingUntil(scope, poolId)));
    }

    private static Optional<Instant> moment(long seconds) {
        return seconds == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(seconds));
    }

    private static Stop stop(ProtocolView view, PauseView paused) {
        var pause = paused.pause();
        return new Stop(
                paused.pauseId(),
                Arrays.stream(PauseScope.values())
                        .filter(scope -> scope.isIn(pause.scopes()))
                        .toList(),
                pause.poolId(),
                pause.poolId() == EVERY_POOL
                        ? "every pool"
                        : view.pool(pause.poolId()).map(PoolView::name).orElse("pool " + pause.poolId()),
                Instant.ofEpochSecond(pause.from()),
                Instant.ofEpochSecond(pause.until()),
                moment(pause.liftedAt()),
                pause.by(),
                pause.reasonHash(),
                paused.active());
    }

    private List<Power> powers(ProtocolView view) {
        return List.of(
                power(view, "Pause", "pause(uint16,uint32,uint32,bytes32)"),
                power(view, "Lift sooner", "lift(uint64)"),
                power(view, "Lift sooner", "liftAsCouncil(uint64)"),
                power(view, "Lift sooner", "liftAsDao(uint64)"),
                power(view, "Extend", "extend(uint64,uint32)"));
    }

    /// Who has the role that the AccessManager asks for.
    private Power power(ProtocolView view, String what, String function) {
        var guardian = view.module(ModuleName.GUARDIAN);
        var authority = view.authorityOf(ModuleName.GUARDIAN).map(view::authority);
        if (guardian.isEmpty() || authority.isEmpty()) {
            return new Power(what, "", List.of());
        }
        var role = authority.get().roleOf(guardian.get(), Selector.of(function));
        return new Power(
                what,
                deployment.roleName(role),
                authority.get().role(role).members().stream()
                        .filter(member -> member.inEffect())
                        .map(member -> new Holder(member.account(), Duration.ofSeconds(member.delay())))
                        .toList());
    }
}
