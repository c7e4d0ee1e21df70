package org.breakwater.core.report;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.alert.Alert;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.watch.AlertChange;
import org.breakwater.core.watch.AlertChange.Phase;
import org.breakwater.core.watch.AlertChanges;

/// What the monitor of this machine told within a month: the alerts that were raised or cleared in it, by the time at
/// which that was written down. A month that is over reads the same whenever it is read, as long as it is kept.
///
/// @param from since when everything is kept; empty where nothing is
/// @param alerts by their first change within the month, the newest {@link #MOST}
/// @param all how many there were
public record ToldAlerts(Optional<Instant> from, List<ToldAlert> alerts, int all) {

    /// So many alerts of a month are taken.
    public static final int MOST = 5_000;

    private static final int PAGE = 500;

    /// One alert, as it stood at the month's end.
    ///
    /// @param raised empty where that was before the month
    /// @param cleared empty where it went on
    /// @param said at last within the month
    /// @param isSeen whether somebody had acknowledged it
    /// @param hasStood whether it stood already when watching began
    public record ToldAlert(
            String rule,
            Alert said,
            Optional<Instant> raised,
            Optional<Instant> cleared,
            boolean isSeen,
            boolean hasStood) {

        /// Of what the month tells of it, the first.
        Instant first() {
            return raised.or(() -> cleared).orElseThrow();
        }
    }

    public ToldAlerts {
        alerts = List.copyOf(alerts);
    }

    /// Blocking: goes through all that is kept.
    static ToldAlerts of(AlertChanges kept, YearMonth month) throws ProblemException {
        var reading = new Reading(begin(month), begin(month.plusMonths(1)));
        var last = 0L;
        for (var page = kept.after(last, PAGE); !page.isEmpty(); page = kept.after(last, PAGE)) {
            page.forEach(reading::read);
            last = page.getLast().sequence();
        }
        return reading.told();
    }

    /// UTC.
    private static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /// Goes through the changes in their order.
    private static final class Reading {

        private final Instant begin;
        private final Instant end;
        private final LinkedHashMap<Long, ToldAlert> byNumber = new LinkedHashMap<>();
        private Optional<Instant> from = Optional.empty();
        private long last;

        Reading(Instant begin, Instant end) {
            this.begin = begin;
            this.end = end;
        }

        void read(AlertChange change) {
            if (from.isEmpty() || change.sequence() != last + 1) {
                from = Optional.of(change.at());
            }
            last = change.sequence();
            if (change.at().isBefore(end)) {
                byNumber.merge(change.alert(), told(change), (before, now) -> together(before, now, change.phase()));
            }
        }

        private ToldAlert told(AlertChange change) {
            var at = change.at().isBefore(begin) ? Optional.<Instant>empty() : Optional.of(change.at());
            return new ToldAlert(
                    change.rule(),
                    change.said(),
                    change.phase() == Phase.RAISED ? at : Optional.empty(),
                    change.phase() == Phase.CLEARED ? at : Optional.empty(),
                    change.phase() == Phase.ACKNOWLEDGED,
                    change.hasStood());
        }

        private static ToldAlert together(ToldAlert before, ToldAlert now, Phase phase) {
            return new ToldAlert(
                    now.rule(),
                    phase == Phase.CLEARED ? before.said() : now.said(),
                    before.raised(),
                    now.cleared(),
                    before.isSeen() || now.isSeen(),
                    now.hasStood());
        }

        ToldAlerts told() {
            var all = byNumber.values().stream()
                    .filter(alert ->
                            alert.raised().isPresent() || alert.cleared().isPresent())
                    .sorted(Comparator.comparing(ToldAlert::first))
                    .toList();
            return new ToldAlerts(
                    from, new ArrayList<>(all.subList(Math.max(0, all.size() - MOST), all.size())), all.size());
        }
    }

    /// What is not known of the month, in a sentence; empty where all of it is.
    public Optional<String> gap(YearMonth month) {
        if (from.isEmpty()) {
            return Optional.of("No alert was ever kept on this machine: what would have been told is not known.");
        }
        if (!from.get().isAfter(begin(month))) {
            return Optional.empty();
        }
        return Optional.of(
                from.get().isBefore(begin(month.plusMonths(1)))
                        ? "What is kept begins " + Written.time(from.get()) + ": nothing is known of before."
                        : "What is kept begins " + Written.time(from.get()) + ", after this month: nothing is known"
                                + " of it.");
    }
}
