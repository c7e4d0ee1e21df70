package org.breakwater.core.projection.view;

import java.math.BigInteger;
import org.breakwater.core.protocol.PegState;
import org.breakwater.core.value.Address;

/// What the treasury knows of a settlement asset's peg (`ITreasury.PegFeed`).
///
/// @param state as last poked
/// @param price8 last good price that a poke read, 1e8 is one dollar
/// @param updatedAt its time
public record PegFeed(Address feed, PegState state, long since, BigInteger price8, long updatedAt) {}
