package org.breakwater.core.projection.view;

import java.math.BigInteger;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.protocol.ChangeState;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// A change of a parameter (`IParameterRegistry.Change`). It can be executed in [eta, expiry].
public record Change(
        Hash32 key,
        ParameterScope scope,
        BigInteger expectedOld,
        BigInteger newValue,
        long proposedAt,
        long eta,
        long expiry,
        Address proposer,
        boolean byDao,
        Hash32 rationaleHash,
        ChangeState state) {

    public Change in(ChangeState other) {
        return new Change(
                key, scope, expectedOld, newValue, proposedAt, eta, expiry, proposer, byDao, rationaleHash, other);
    }

    /// As it stands at a time: what was not executed by its expiry is expired.
    public Change at(long time) {
        return state == ChangeState.PENDING && time > expiry ? in(ChangeState.EXPIRED) : this;
    }
}
