package org.breakwater.core.projection.view;

import java.util.List;
import org.breakwater.core.value.Address;

/// A role of the AccessManager at one moment.
///
/// @param number unsigned, 64 bits
/// @param label empty where it has none
/// @param admin role that grants and revokes it
/// @param guardian role that may cancel what its members scheduled
public record RoleView(long number, String label, long admin, long guardian, List<MemberView> members) {

    public RoleView {
        members = List.copyOf(members);
    }

    /// @param inEffect whether the membership has begun
    /// @param delay seconds between scheduling and executing
    public record MemberView(Address account, boolean inEffect, long delay) {}
}
