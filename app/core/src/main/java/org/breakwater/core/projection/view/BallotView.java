package org.breakwater.core.projection.view;

import java.math.BigInteger;
import org.breakwater.core.protocol.BallotChoice;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// The ballot that a voter has in a case (`ITribunal.Ballot`).
///
/// @param shareBps share of what was asked for, of a ballot for a part
/// @param weight 1e-18 of the voting token, after the cap
/// @param at seconds since 1970
public record BallotView(
        Address voter, BallotChoice choice, int shareBps, BigInteger weight, Hash32 reasonHash, long at) {}
