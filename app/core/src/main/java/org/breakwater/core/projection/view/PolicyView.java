package org.breakwater.core.projection.view;

import java.math.BigInteger;
import org.breakwater.core.fact.PolicyFact.Policy;
import org.breakwater.core.protocol.PolicyState;
import org.breakwater.core.value.Address;

/// A policy at one moment (`IProtocolLens.PolicyView`).
///
/// @param openClaim number of the claim on it that is not over, 0 when none
public record PolicyView(BigInteger policyId, Address holder, PolicyState state, long openClaim, Policy policy) {}
