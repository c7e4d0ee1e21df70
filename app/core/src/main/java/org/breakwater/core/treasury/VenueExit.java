package org.breakwater.core.treasury;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.projection.view.ExitNotice;
import org.breakwater.core.projection.view.TreasuryView.VenueView;

/// When money can leave a venue. What is under notice leaves when the notice says; the rest has to wait for a notice of
/// its own, and since a new notice replaces the one before, that one is given only once the first has run.
record VenueExit(VenueView venue, Optional<ExitNotice> notice) {

    List<Inflow> inflows(long now) {
        var delay = venue.state().exitDelay();
        var source = new Source.AtVenue(venue.venue());
        var inflows = new ArrayList<Inflow>();
        var rest = venue.value();
        var from = now;
        if (delay > 0 && notice.isPresent()) {
            var ready = Math.max(now, notice.get().readyAt());
            var under = notice.get().amount().min(rest);
            inflows.add(new Inflow(source, ready, under));
            rest = rest.subtract(under);
            from = ready;
        }
        if (rest.signum() > 0) {
            inflows.add(new Inflow(source, from + delay, rest));
        }
        return inflows;
    }
}
