package org.breakwater.core.verification;

import java.util.List;

/// A role as the deployment script leaves it.
///
/// @param admin the role whose members grant and revoke it
/// @param guardian the role whose members may cancel what its members scheduled
/// @param grantDelay seconds until a grant takes effect
/// @param holders who holds it
public record RoleDesign(String name, long admin, long guardian, long grantDelay, List<Holder> holders) {

    public RoleDesign {
        holders = List.copyOf(holders);
    }

    /// A role that the script never mentions.
    static RoleDesign untouched(String name) {
        return new RoleDesign(name, 0, 0, 0, List.of());
    }

    /// @param name of a contract's source or of one of the accounts that the protocol was given to
    /// @param delay seconds between the holder's scheduling and executing
    public record Holder(String name, long delay) {}
}
