package org.breakwater.core.projection.view;

import org.breakwater.core.value.Address;

/// An integrator at one moment (`IProtocolLens.IntegratorView`).
///
/// @param fundedUntil when what is prepaid is, or was, used up; 2^48 − 1 when nothing runs
public record IntegratorView(Address integrator, long fundedUntil, long accounts, Integrator state) {}
