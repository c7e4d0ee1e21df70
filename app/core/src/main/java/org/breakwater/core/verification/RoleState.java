package org.breakwater.core.verification;

import java.time.Instant;
import java.util.List;
import org.breakwater.core.value.Address;

/// A role in the AccessManager.
///
/// @param admin the role whose members grant and revoke it
/// @param guardian the role whose members may cancel what its members scheduled
/// @param grantDelay until a grant takes effect
/// @param holdings by account
public record RoleState(String name, long admin, long guardian, DelayInForce grantDelay, List<Holding> holdings) {

    public RoleState {
        holdings = List.copyOf(holdings);
    }

    /// That an account holds the role, or is about to.
    ///
    /// @param since when the grant takes effect
    /// @param delay between its scheduling and executing
    public record Holding(Address account, Instant since, DelayInForce delay) {

        /// Words for it as of a time.
        String asOf(Instant time) {
            return (since.isAfter(time) ? "held from " + since + " on" : "held") + " with a delay of " + delay;
        }
    }
}
