package org.breakwater.core.projection;

import java.util.Arrays;
import org.breakwater.core.fact.GuardianFact;
import org.breakwater.core.projection.GuardianRecords.TrackKey;
import org.breakwater.core.projection.view.Pause;
import org.breakwater.core.protocol.PauseScope;
import org.breakwater.core.rule.PauseTrack;

/// Folds pauses.
record GuardianFold(GuardianRecords records, PoolRecords pools) {

    void apply(GuardianFact fact) {
        switch (fact) {
            case GuardianFact.Paused paused -> paused(paused);
            case GuardianFact.Lifted lifted -> lifted(lifted);
            case GuardianFact.Extended extended -> extended(extended);
            case GuardianFact.AdapterQuarantined quarantined ->
                records.quarantined().put(quarantined.adapter(), true);
            case GuardianFact.AdapterRestored restored -> records.quarantined().put(restored.adapter(), false);
        }
    }

    private void paused(GuardianFact.Paused paused) {
        records.pauses()
                .put(
                        paused.pauseId(),
                        new Pause(
                                paused.scopes(),
                                paused.poolId(),
                                paused.from(),
                                paused.until(),
                                0,
                                paused.by(),
                                paused.reasonHash()));
        for (var scope : PauseScope.values()) {
            if (scope.isIn(paused.scopes())) {
                start(scope, paused.poolId(), paused.from(), paused.until());
            }
        }
    }

    /// What a pool's stop and one of every pool shared is written down before one of the two is replaced.
    private void start(PauseScope scope, long poolId, long from, long until) {
        var every = records.track(scope, GuardianRecords.EVERY_POOL);
        if (poolId == GuardianRecords.EVERY_POOL) {
            for (long id = 1; id <= pools.identities().size(); id++) {
                keepShared(scope, id, every, from);
            }
        } else {
            keepShared(scope, poolId, every, from);
        }
        var track = records.track(scope, poolId).started(from, until);
        records.tracks().put(new TrackKey(scope, poolId), track);
    }

    private void keepShared(PauseScope scope, long poolId, PauseTrack every, long at) {
        var own = records.track(scope, poolId).keepingShared(every, at);
        records.tracks().put(new TrackKey(scope, poolId), own);
    }

    private void lifted(GuardianFact.Lifted lifted) {
        var pause = pause(lifted.pauseId());
        records.pauses()
                .put(
                        lifted.pauseId(),
                        new Pause(
                                pause.scopes(),
                                pause.poolId(),
                                pause.from(),
                                pause.until(),
                                lifted.at(),
                                pause.by(),
                                pause.reasonHash()));
        end(pause, lifted.at());
    }

    private void extended(GuardianFact.Extended extended) {
        var pause = pause(extended.pauseId());
        records.pauses()
                .put(
                        extended.pauseId(),
                        new Pause(
                                pause.scopes(),
                                pause.poolId(),
                                pause.from(),
                                extended.until(),
                                pause.liftedAt(),
                                pause.by(),
                                pause.reasonHash()));
        end(pause, extended.until());
    }

    private void end(Pause pause, long until) {
        Arrays.stream(PauseScope.values())
                .filter(scope -> scope.isIn(pause.scopes()))
                .map(scope -> new TrackKey(scope, pause.poolId()))
                .forEach(key -> records.tracks().change(key, PauseTrack.NEVER, track -> track.ending(until)));
    }

    private Pause pause(long pauseId) {
        return records.pauses().require(pauseId, () -> "pause " + pauseId + " never began");
    }
}
