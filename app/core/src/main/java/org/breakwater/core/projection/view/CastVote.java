package org.breakwater.core.projection.view;

import org.breakwater.core.value.Address;

/// A vote and whose it is.
public record CastVote(Address voter, Vote vote) {}
