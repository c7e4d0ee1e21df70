package org.breakwater.core.verification;

import org.breakwater.core.deployment.DeployedContract;
import org.breakwater.core.value.Address;

/// That a contract answers a function without arguments with another contract's address.
///
/// @param getter such as `authority` or `timelock`
public record Link(DeployedContract from, String getter, Address to) {}
