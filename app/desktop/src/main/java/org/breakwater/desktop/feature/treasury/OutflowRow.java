package org.breakwater.desktop.feature.treasury;

import java.time.Instant;
import java.util.Optional;
import org.breakwater.core.treasury.Party;
import org.breakwater.core.value.TokenAmount;
import org.breakwater.desktop.navigation.Place;

/// Money that falls due.
///
/// @param now whether it can be asked for already
/// @param where its detail is
record OutflowRow(
        int number, Instant at, boolean now, String what, Party party, TokenAmount amount, Optional<Place> where) {}
