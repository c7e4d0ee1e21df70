package org.breakwater.adapters.localnet.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.breakwater.adapters.localnet.world.Policies.Insured;
import org.breakwater.adapters.localnet.world.Reports.Finding;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Bytes;

/// Flights and weather: measured, attested twice, paid without anybody asking. The last one can still be challenged at
/// the head.
final class ParametricLosses implements Strand {

    private static final int POOL = 6;
    private static final int MEASURED = 0;
    private static final int CANCELLED = 1;
    private static final int DIVERTED = 2;

    private static final Duration INSURED_BEFORE = Duration.ofDays(24);
    private static final Duration TERM = Duration.ofDays(75);

    private static final List<Event> EVENTS = List.of(
            new Event(75, 9.4, 0, MEASURED, 252, 9_000, 14_000),
            new Event(140, 16.1, 1, MEASURED, 171, 12_000, 7_500, 18_000),
            new Event(205, 6.7, 2, CANCELLED, 0, 6_000, 11_000),
            new Event(290, 20.3, 3, MEASURED, 333, 15_000, 8_000),
            new Event(360, 11.9, 0, DIVERTED, 140, 16_000),
            new Event(450, 14.5, 4, MEASURED, 204, 10_000, 13_500),
            new Event(540, 8.2, 2, MEASURED, 130, 22_000),
            new Event(640, 18.8, 5, CANCELLED, 0, 9_500, 17_000));

    private final Props props;

    ParametricLosses(Props props) {
        this.props = props;
    }

    /// @param subject place among the pool's
    /// @param value minutes, millimetres or kilometres an hour
    /// @param insured dollars of each cover that is paid
    private record Event(int day, double hour, int subject, int status, long value, long... insured) {}

    @Override
    public void begin() {
        var agenda = props.agenda();
        for (var event : EVENTS) {
            var when = agenda.day(event.day(), event.hour());
            agenda.at(when.minus(INSURED_BEFORE), "Insuring against day " + event.day(), () -> {
                var subject = props.subject(POOL, event.subject());
                var insured = props.insure(subject, TERM, event.insured());
                agenda.at(when, "A measured loss", () -> happen(subject, event, insured));
            });
        }
        var newest = props.head().minus(Duration.ofMinutes(100));
        agenda.at(newest, "A measured loss at the head", () -> happen(
                props.subject(POOL, 1), new Event(0, 0, 1, MEASURED, 188), List.of()));
    }

    private void happen(Listed subject, Event event, List<Insured> insured) throws ProblemException {
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

    private Bytes report(Listed subject, Event event, Instant occurred) throws ProblemException {
        var source = props.library().write(event.status() == MEASURED ? "source.rain" : "source.flight", subject);
        return props.adapters()
                .reports(Adapters.PARAMETRIC)
                .report(new Finding(
                        subject.id(),
                        event.status(),
                        event.value(),
                        0,
                        occurred.getEpochSecond(),
                        props.agenda().now().minus(Duration.ofMinutes(6)).getEpochSecond(),
                        source));
    }
}
