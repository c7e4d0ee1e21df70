package org.breakwater.core.projection.view;

import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// A pause (`IEmergencyGuardian.Pause`).
///
/// @param scopes bits of `PauseScope`
/// @param poolId 0 for every pool
/// @param liftedAt 0 unless lifted
public record Pause(int scopes, long poolId, long from, long until, long liftedAt, Address by, Hash32 reasonHash) {

    public boolean isActive(long at) {
        return liftedAt == 0 && at < until;
    }
}
