package org.breakwater.core.alert;

import java.util.List;
import java.util.Optional;
import org.breakwater.core.alert.Alert.Severity;
import org.breakwater.core.alert.Alert.Subject;
import org.breakwater.core.projection.view.IntegratorView;

/// Integrators whose accounts are not covered, because nothing is prepaid for them.
record IntegratorAlerts(List<IntegratorView> integrators, long time, AlertNames names) {

    List<Alert> all() {
        return integrators.stream().flatMap(each -> funding(each).stream()).toList();
    }

    private Optional<Alert> funding(IntegratorView integrator) {
        var unfunded = integrator.state().active() && integrator.accounts() > 0 && integrator.fundedUntil() <= time;
        return unfunded
                ? Optional.of(new Alert(
                        Severity.WARNING,
                        new Subject.Integrator(integrator.integrator()),
                        "Nothing is prepaid for the " + integrator.accounts() + " accounts of "
                                + names.address(integrator.integrator()),
                        "They are not covered until the integrator prepays"))
                : Optional.empty();
    }
}
