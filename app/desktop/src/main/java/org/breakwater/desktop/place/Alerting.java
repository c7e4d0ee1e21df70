package org.breakwater.desktop.place;

import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.watch.AlertChange;
import org.breakwater.core.watch.AlertStore;
import org.breakwater.core.watch.StandingAlert;
import org.breakwater.core.watch.WatchProtocol;
import org.breakwater.core.watch.WatchStatus;
import org.breakwater.desktop.fx.Attempt;
import org.breakwater.desktop.fx.Background;

/// The alerts that stand and what became of others, and that somebody has seen one. Lives on the toolkit's thread.
public final class Alerting {

    private static final int PAST = 200;

    private static final Comparator<StandingAlert> WORST_FIRST = Comparator.comparing(
                    (StandingAlert alert) -> alert.said().severity())
            .thenComparing(StandingAlert::isAcknowledged)
            .thenComparing(StandingAlert::hasStood)
            .thenComparing(StandingAlert::since, Comparator.reverseOrder())
            .thenComparingLong(StandingAlert::alert);

    /// Somebody has seen an alert. Blocking.
    public interface Acknowledge {
        void acknowledge(long alert) throws ProblemException;

        /// All that stood already when somebody began to watch.
        void acknowledgeWhatStood() throws ProblemException;

        /// By whoever watches.
        static Acknowledge by(WatchProtocol watch) {
            return new Acknowledge() {
                @Override
                public void acknowledge(long alert) throws ProblemException {
                    watch.acknowledge(alert);
                }

                @Override
                public void acknowledgeWhatStood() throws ProblemException {
                    watch.acknowledgeWhatStood();
                }
            };
        }
    }

    private final ObservableValue<WatchStatus> status;
    private final AlertStore store;
    private final Acknowledge acknowledge;
    private final Background background;
    private final ReadOnlyObjectWrapper<List<AlertChange>> past = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<String> problem = new ReadOnlyObjectWrapper<>("");
    private long read = -1;

    public Alerting(
            ObservableValue<WatchStatus> status, AlertStore store, Acknowledge acknowledge, Background background) {
        this.status = status;
        this.store = store;
        this.acknowledge = acknowledge;
        this.background = background;
    }

    /// How watching stands.
    public ObservableValue<WatchStatus> status() {
        return status;
    }

    /// Those that stand, worst first, and of those the ones first that nobody has seen.
    public ObservableValue<List<StandingAlert>> standing() {
        return status.map(Alerting::sorted);
    }

    static List<StandingAlert> sorted(WatchStatus status) {
        return status.standing().stream().sorted(WORST_FIRST).toList();
    }

    /// How many stand that nobody has seen.
    public ObservableValue<Integer> unseen() {
        return status.map(now -> (int)
                now.standing().stream().filter(alert -> !alert.isAcknowledged()).count());
    }

    /// What became of alerts, newest first, the last of them.
    public ReadOnlyObjectProperty<List<AlertChange>> past() {
        return past.getReadOnlyProperty();
    }

    /// Why the last act failed, or why alerts cannot be kept; empty where nothing is wrong.
    public ReadOnlyObjectProperty<String> problem() {
        return problem.getReadOnlyProperty();
    }

    /// Keeps the past up with what is told, until the answer is closed.
    public Subscription followPast() {
        read = -1;
        return status.subscribe(now -> {
            problem.set(now.keeping().map(Object::toString).orElse(""));
            if (now.lastSequence() != read) {
                read = now.lastSequence();
                background.quietly(
                        () -> Attempt.of(() -> store.newest(0, PAST)),
                        came -> came.then(past::set, refused -> problem.set(refused.toString())));
            }
        });
    }

    /// Those that stood already when somebody began to watch, and that nobody has seen.
    public ObservableValue<List<StandingAlert>> stood() {
        return status.map(now -> now.standing().stream()
                .filter(alert -> alert.hasStood() && !alert.isAcknowledged())
                .toList());
    }

    public void acknowledge(StandingAlert alert) {
        act("Writing down that an alert was seen", () -> {
            acknowledge.acknowledge(alert.alert());
            return true;
        });
    }

    public void acknowledgeWhatStood() {
        act("Writing down that alerts were seen", () -> {
            acknowledge.acknowledgeWhatStood();
            return true;
        });
    }

    private void act(String name, Attempt.Work<Boolean> work) {
        background.run(
                name,
                () -> Attempt.of(work),
                came -> came.then(_ -> problem.set(""), refused -> problem.set(refused.toString())));
    }
}
