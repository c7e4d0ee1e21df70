package org.breakwater.adapters.localnet.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.breakwater.adapters.localnet.world.Market.Policy;
import org.breakwater.adapters.localnet.world.Reports.Finding;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Bytes;

/// Flights and weather: measured, attested twice, paid without anybody asking. The last one can still be challenged at
/// the head.
final class ParametricLosses implements Strand {

    private static final int MEASURED = 0;
    private static final int CANCELLED = 1;
    private static final int DIVERTED = 2;

    private static final Duration INSURED_BEFORE = Duration.ofDays(30);
    private static final Duration TERM = Duration.ofDays(90);

    private static final String LISBON = "Flight delay London–Lisbon";
    private static final String OSLO = "Flight delay Frankfurt–Oslo";
    private static final String ROME = "Flight delay Madrid–Rome";
    private static final String RAIN = "Rainfall Kisumu";
    private static final String HAIL = "Hail Colorado Springs";

    private static final List<Measured> EVENTS = List.of(
            new Measured(75, 9.4, LISBON, MEASURED, 252, List.of(9_000L, 14_000L)),
            new Measured(140, 16.1, RAIN, MEASURED, 31, List.of(12_000L, 7_500L, 18_000L)),
            new Measured(205, 6.7, ROME, CANCELLED, 0, List.of(6_000L, 11_000L)),
            new Measured(290, 20.3, OSLO, MEASURED, 333, List.of(15_000L, 8_000L)),
            new Measured(360, 11.9, LISBON, DIVERTED, 0, List.of(16_000L)),
            new Measured(450, 14.5, HAIL, MEASURED, 44, List.of(10_000L, 13_500L)),
            new Measured(540, 8.2, ROME, MEASURED, 140, List.of(22_000L)),
            new Measured(640, 18.8, OSLO, CANCELLED, 0, List.of(9_500L, 17_000L)));

    private final Props props;

    ParametricLosses(Props props) {
        this.props = props;
    }

    /// @param value in the unit of the subject's terms
    /// @param insured dollars of each cover that is paid
    private record Measured(int day, double hour, String subject, int status, long value, List<Long> insured) {}

    @Override
    public void begin() {
        for (var event : EVENTS) {
            props.insuredAgainst(
                    event.subject(),
                    props.agenda().day(event.day(), event.hour()),
                    INSURED_BEFORE,
                    TERM,
                    (subject, insured) -> happen(subject, event, insured),
                    event.insured().stream().mapToLong(Long::longValue).toArray());
        }
        var newest = new Measured(World.DAYS, 0, ROME, MEASURED, 188, List.of());
        props.agenda()
                .at(
                        props.head().minus(Duration.ofMinutes(100)),
                        "A delay at the head",
                        () -> happen(props.subject(ROME), newest, List.of()));
    }

    private void happen(Subject subject, Measured event, List<Policy> insured) throws ProblemException {
        var adapter = props.adapters().contract(Adapters.PARAMETRIC);
        var occurred = props.agenda().now().minus(Duration.ofHours(3));
        var incident = props.docket().detect(props.keeper(), subject, adapter, report(subject, event, occurred));
        if (!insured.isEmpty()) {
            props.settleAutomatically(incident, insured);
        }
        props.agenda().after(Duration.ofMinutes(35), "Confirming a measured loss", () -> {
            props.docket().confirm(props.keeper(), incident, adapter, report(subject, event, occurred));
            props.upkeep().tend(incident);
        });
    }

    private Bytes report(Subject subject, Measured event, Instant occurred) throws ProblemException {
        var source = props.library()
                .write(subject.name().startsWith("Flight") ? "source.flight" : "source.station", subject);
        return props.adapters()
                .reports(Adapters.PARAMETRIC)
                .report(new Finding(
                        subject.id(),
                        event.status(),
                        event.value(),
                        0,
                        occurred.getEpochSecond(),
                        props.agenda().now().minus(Duration.ofMinutes(6)).getEpochSecond(),
                        source.hash()));
    }
}
