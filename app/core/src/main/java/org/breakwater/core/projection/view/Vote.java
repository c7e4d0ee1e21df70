package org.breakwater.core.projection.view;

import java.math.BigInteger;

/// A vote on a proposal to the DAO.
///
/// @param support 0 against, 1 for, 2 abstain
/// @param weight 1e-18 token
/// @param at seconds since 1970
public record Vote(int support, BigInteger weight, String reason, long at) {}
