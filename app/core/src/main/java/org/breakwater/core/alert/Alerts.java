package org.breakwater.core.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.breakwater.core.alert.Alert.Severity;
import org.breakwater.core.follow.Known;
import org.breakwater.core.projection.ProtocolView;

/// Everything that calls for somebody's attention, worst first. Each alert follows from what is known and from the
/// limits in force; none is remembered.
public final class Alerts {

    private Alerts() {}

    /// With addresses in their shortened form, and subjects by their numbers.
    public static List<Alert> of(Known known) {
        return of(known, AlertNames.NUMBERS);
    }

    /// @param names what things are called
    public static List<Alert> of(Known known, AlertNames names) {
        return of(known.view(), names);
    }

    static List<Alert> of(ProtocolView view, AlertNames names) {
        var alerts = new ArrayList<Alert>();
        alerts.addAll(FeedAlerts.of(view.feeds(), names));
        alerts.addAll(new TreasuryAlerts(view, names).all());
        alerts.addAll(new PoolAlerts(view, names).all());
        new SubjectAlerts(view, names).all().ifPresent(alerts::add);
        alerts.addAll(new IntegratorAlerts(view.integrators(), view.time(), names).all());
        return worstFirst(alerts);
    }

    /// What is so of one condition.
    ///
    /// @param names what things are called
    public static List<Alert> of(ProtocolView view, AlertNames names, Condition condition) {
        return switch (condition) {
            case FEED_LATE -> FeedAlerts.of(view.feeds(), names);
            case PEG_LOST, LIQUID_FLOOR, COVERAGE, VENUE_CAP, VENUE_IMPAIRED, COUNCIL_BUDGET, PAUSE_BUDGET ->
                new TreasuryAlerts(view, names).of(condition);
            case SOLVENCY, PAYOUT_WINDOW, REDEMPTION_WINDOW, SUBJECT_LIMIT, INCIDENT_OPEN, PAUSE_RUNNING ->
                new PoolAlerts(view, names).of(condition);
            case ATTESTATION_LATE ->
                new SubjectAlerts(view, names).all().stream().toList();
            case INTEGRATOR_UNFUNDED -> new IntegratorAlerts(view.integrators(), view.time(), names).all();
        };
    }

    static List<Alert> worstFirst(List<Alert> alerts) {
        return alerts.stream().sorted(Comparator.comparing(Alert::severity)).toList();
    }

    /// How many there are of one severity.
    public static long count(List<Alert> alerts, Severity severity) {
        return alerts.stream().filter(alert -> alert.severity() == severity).count();
    }
}
