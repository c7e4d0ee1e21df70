package org.breakwater.core.projection;

import java.util.Arrays;
import org.breakwater.core.projection.view.Pause;
import org.breakwater.core.protocol.PauseScope;
import org.breakwater.core.rule.PauseTrack;
import org.breakwater.core.value.Address;

/// What is known of pauses and quarantined adapters.
///
/// @param pauses by number
record GuardianRecords(
        Table<Long, Pause> pauses, Table<TrackKey, PauseTrack> tracks, Table<Address, Boolean> quarantined) {

    static final long EVERY_POOL = 0;

    record TrackKey(PauseScope scope, long poolId) {}

    static GuardianRecords in(Journal journal) {
        return new GuardianRecords(Table.in(journal), Table.in(journal), Table.in(journal));
    }

    GuardianRecords frozen() {
        return new GuardianRecords(pauses.frozen(), tracks.frozen(), quarantined.frozen());
    }

    PauseTrack track(PauseScope scope, long poolId) {
        return tracks.get(new TrackKey(scope, poolId), PauseTrack.NEVER);
    }

    /// Latest end of the running stops of a scope for a pool, seconds since 1970; 0 when none runs.
    long pausedUntil(PauseScope scope, long poolId, long at) {
        var latest =
                Math.max(track(scope, poolId).until(), track(scope, EVERY_POOL).until());
        return latest > at ? latest : 0;
    }

    /// When a scope of a pool, or of every pool, may be stopped again (`EmergencyGuardian.coolingUntil`); 0 when now.
    ///
    /// @param cooldown PAUSE_COOLDOWN, seconds
    /// @param longest PAUSE_MAX, seconds
    /// @param poolCount pools are numbered from 1 to it
    long coolingUntil(PauseScope scope, long poolId, long at, long cooldown, long longest, long poolCount) {
        var latest = track(scope, EVERY_POOL).restedAt(cooldown);
        if (poolId != EVERY_POOL) {
            latest = Math.max(latest, track(scope, poolId).restedAt(cooldown));
        } else {
            for (long id = 1; id <= poolCount; id++) {
                var own = track(scope, id);
                latest = own.canBeWidened(at, longest) ? latest : Math.max(latest, own.restedAt(cooldown));
            }
        }
        return latest > at ? latest : 0;
    }

    boolean isPaused(PauseScope scope, long poolId, long at) {
        return pausedUntil(scope, poolId, at) != 0;
    }

    /// The scopes that are stopped for a pool, as bits.
    int pausedScopes(long poolId, long at) {
        return Arrays.stream(PauseScope.values())
                .filter(scope -> isPaused(scope, poolId, at))
                .mapToInt(PauseScope::bit)
                .sum();
    }

    /// Latest end of the stops that run for a pool, of any scope.
    long pausedUntil(long poolId, long at) {
        return Arrays.stream(PauseScope.values())
                .mapToLong(scope -> pausedUntil(scope, poolId, at))
                .max()
                .orElse(0);
    }

    /// Seconds for which a scope was stopped for a pool, up to a time. Overlaps count once.
    long pausedSeconds(PauseScope scope, long poolId, long at) {
        var every = track(scope, EVERY_POOL);
        return poolId == EVERY_POOL ? every.seconds(at) : track(scope, poolId).seconds(every, at);
    }

    boolean isQuarantined(Address adapter) {
        return quarantined.get(adapter, false);
    }
}
