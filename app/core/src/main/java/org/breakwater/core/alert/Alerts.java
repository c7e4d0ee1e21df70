package org.breakwater.core.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.breakwater.core.alert.Alert.Severity;
import org.breakwater.core.follow.Known;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.value.Address;

/// Everything that calls for somebody's attention, worst first. Each alert follows from what is known and from the
/// limits in force; none is remembered.
public final class Alerts {

    private Alerts() {}

    /// With addresses in their shortened form.
    public static List<Alert> of(Known known) {
        return of(known, Alerts::shortened);
    }

    /// @param names what an address is called
    public static List<Alert> of(Known known, Function<Address, String> names) {
        return of(known.view(), names);
    }

    static List<Alert> of(ProtocolView view, Function<Address, String> names) {
        var alerts = new ArrayList<Alert>();
        alerts.addAll(FeedAlerts.of(view.feeds(), names));
        alerts.addAll(new TreasuryAlerts(view, names).all());
        alerts.addAll(new PoolAlerts(view).all());
        return worstFirst(alerts);
    }

    static List<Alert> worstFirst(List<Alert> alerts) {
        return alerts.stream().sorted(Comparator.comparing(Alert::severity)).toList();
    }

    /// How many there are of one severity.
    public static long count(List<Alert> alerts, Severity severity) {
        return alerts.stream().filter(alert -> alert.severity() == severity).count();
    }

    private static String shortened(Address address) {
        var digits = address.toString();
        return digits.substring(0, 6) + "…" + digits.substring(digits.length() - 4);
    }
}
