package org.breakwater.core.deployment;

import org.breakwater.core.value.Address;

/// That an account holds a role in the AccessManager.
///
/// @param delay seconds between the member's scheduling and executing
public record RoleGrant(long role, Address member, long delay) {}
