package org.breakwater.desktop.feature.treasury;

import java.util.List;
import java.util.Optional;
import org.breakwater.core.value.TokenAmount;

/// What can be liquid within some time against what falls due, as figures.
///
/// @param within "Now", "1 day"…
/// @param liquid by place, in the order of the ladder's places
/// @param times how often it covers what is due, cut off to a tenth; empty where nothing is due
record LadderRow(String within, List<TokenAmount> liquid, TokenAmount total, TokenAmount due, Optional<String> times) {

    LadderRow {
        liquid = List.copyOf(liquid);
    }
}
