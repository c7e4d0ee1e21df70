package org.breakwater.core.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.breakwater.core.alert.Alert.Severity;
import org.breakwater.core.alert.Alert.Subject;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.projection.view.IncidentView;
import org.breakwater.core.projection.view.PauseView;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.protocol.PauseScope;

/// Solvency, drain windows, open incidents, running stops, and cover over its limit.
record PoolAlerts(ProtocolView view, AlertNames names) {

    private static final long WHOLE = 10_000;

    /// Under this a pool's solvency is called thin.
    private static final long THIN_BPS = 11_000;

    List<Alert> all() {
        var alerts = new ArrayList<Alert>();
        for (var pool : view.pools()) {
            solvency(pool).ifPresent(alerts::add);
            alerts.addAll(windows(pool));
            concentration(pool).ifPresent(alerts::add);
        }
        view.incidents().forEach(incident -> incident(incident).ifPresent(alerts::add));
        view.pauses().stream().filter(PauseView::active).map(this::pause).forEach(alerts::add);
        return alerts;
    }

    /// Of one condition.
    List<Alert> of(Condition condition) {
        return switch (condition) {
            case SOLVENCY -> each(PoolAlerts::solvency);
            case PAYOUT_WINDOW -> each(PoolAlerts::payouts);
            case REDEMPTION_WINDOW -> each(PoolAlerts::redemptions);
            case SUBJECT_LIMIT -> each(this::concentration);
            case INCIDENT_OPEN ->
                view.incidents().stream()
                        .flatMap(incident -> incident(incident).stream())
                        .toList();
            case PAUSE_RUNNING ->
                view.pauses().stream()
                        .filter(PauseView::active)
                        .map(this::pause)
                        .toList();
            default -> throw new IllegalArgumentException(condition + " is none of the pools'");
        };
    }

    private List<Alert> each(Function<PoolView, Optional<Alert>> condition) {
        return view.pools().stream()
                .flatMap(pool -> condition.apply(pool).stream())
                .toList();
    }

    static Optional<Alert> solvency(PoolView pool) {
        var solvency = pool.capital().solvencyBps();
        var about = new Subject.Pool(pool.poolId());
        if (solvency < WHOLE) {
            return Optional.of(new Alert(
                    Severity.HOLD,
                    about,
                    pool.name() + " has " + Phrase.ratio(solvency) + " of its minimum capital",
                    "Under 100\u00A0% it sells no cover and lets no provider leave"));
        }
        return solvency < THIN_BPS
                ? Optional.of(new Alert(
                        Severity.WARNING,
                        about,
                        "The solvency of " + pool.name() + " is " + Phrase.ratio(solvency),
                        "It stops selling cover at 100\u00A0%"))
                : Optional.empty();
    }

    static List<Alert> windows(PoolView pool) {
        return Stream.of(payouts(pool), redemptions(pool))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Alert> payouts(PoolView pool) {
        return pool.payoutsUsed().compareTo(pool.payoutsLimit()) < 0
                ? Optional.empty()
                : Optional.of(new Alert(
                        Severity.WARNING,
                        new Subject.Pool(pool.poolId()),
                        "The payouts of " + pool.name() + " have used up their 24 hours",
                        "Claims that are payable wait until the window frees"));
    }

    private static Optional<Alert> redemptions(PoolView pool) {
        return pool.redemptionsUsed().compareTo(pool.redemptionsLimit()) < 0
                ? Optional.empty()
                : Optional.of(new Alert(
                        Severity.WARNING,
                        new Subject.Pool(pool.poolId()),
                        "The redemptions of " + pool.name() + " have used up their 24 hours",
                        "The queue goes on when the window frees"));
    }

    private Optional<Alert> concentration(PoolView pool) {
        var over = LongStream.rangeClosed(1, view.head().subjects())
                .filter(subject -> view.cover(pool.poolId(), subject)
                        .filter(cover ->
                                cover.amount().signum() > 0 && cover.amount().compareTo(cover.limit()) > 0)
                        .isPresent())
                .mapToObj(names::subject)
                .toList();
        return over.isEmpty()
                ? Optional.empty()
                : Optional.of(new Alert(
                        Severity.WARNING,
                        new Subject.Pool(pool.poolId()),
                        "Cover of " + String.join(", ", over) + " is over its limit in " + pool.name(),
                        "The pool sells no more of it until it is under the limit again"));
    }

    private Optional<Alert> incident(IncidentView view) {
        var id = view.incidentId();
        var about = new Subject.Incident(id);
        var pool = name(view.incident().poolId());
        return switch (view.incident().state()) {
            case DETECTED ->
                Optional.of(new Alert(
                        Severity.WARNING,
                        about,
                        "Incident " + id + " of " + pool + " is detected and not confirmed",
                        "The pool fills no redemption and takes no deposit meanwhile"));
            case CONFIRMED ->
                Optional.of(new Alert(
                        Severity.WARNING,
                        about,
                        "Incident " + id + " of " + pool + " is confirmed and can be challenged",
                        "It settles when the time for a challenge is over"));
            case ESCALATED, COUNCIL_REVIEW ->
                Optional.of(new Alert(
                        Severity.WARNING,
                        about,
                        "Incident " + id + " of " + pool + " waits for a decision",
                        "The pool fills no redemption and takes no deposit meanwhile"));
            case NONE, SETTLING, CLOSED, REJECTED, LAPSED -> Optional.empty();
        };
    }

    private Alert pause(PauseView view) {
        var pause = view.pause();
        var stopped = new ArrayList<String>();
        for (var scope : PauseScope.values()) {
            if (scope.isIn(pause.scopes())) {
                stopped.add(words(scope));
            }
        }
        var where = pause.poolId() == 0 ? "every pool" : name(pause.poolId());
        return new Alert(
                Severity.NOTE,
                new Subject.Pause(view.pauseId()),
                "Stopped for " + where + ": " + String.join(", ", stopped),
                "It ends by itself in " + Phrase.duration(pause.until() - this.view.time()));
    }

    private String name(long poolId) {
        return view.pool(poolId).map(PoolView::name).orElse("pool " + poolId);
    }

    private static String words(PauseScope scope) {
        return switch (scope) {
            case BUY -> "new cover";
            case DEPOSIT -> "deposits";
            case WITHDRAW -> "redemptions";
            case DETECT -> "detection";
            case SUBMIT -> "claim filing";
            case PAYOUT -> "payouts";
            case TREASURY_OUT -> "treasury outflow";
            case PARAM_LOOSEN -> "loosening of parameters";
        };
    }
}
