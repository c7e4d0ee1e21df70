package org.breakwater.core.alerting;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breakwater.core.exposition.MonitorReading;
import org.breakwater.core.exposition.Outlets;
import org.breakwater.core.exposition.Outlets.Listed;
import org.breakwater.core.exposition.Outlets.OpenOutlets;
import org.breakwater.core.exposition.Outlets.Tested;
import org.breakwater.core.exposition.Outlets.Wanted;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Live;
import org.breakwater.core.watch.AlertChanges;
import org.breakwater.core.watch.UnreachedTarget;
import org.breakwater.core.watch.WatchProtocol;
import org.breakwater.core.watch.rule.Rule;
import org.breakwater.core.watch.rule.RuleBook;
import org.jspecify.annotations.Nullable;

/// Use case: chooses by which rules a watch judges and whom it tells, keeps that, and tells them for as long as this
/// is open. What does not hold changes nothing; what was kept and does not hold any more is said, and is an alert.
///
/// Watching asks which targets are not reached while it is locked, so that this answers without a lock of its own.
public final class SetWatch implements AutoCloseable {

    /// What setting a watch needs.
    ///
    /// @param changes what is told
    /// @param deliveries path of the file that holds how far each target is
    public record Parts(
            WatchProtocol watch,
            AlertChanges changes,
            WatchChoices choices,
            RuleSource rules,
            Outlets outlets,
            String deliveries) {}

    private final Parts parts;
    private final Live<WatchSetting> setting;
    private volatile @Nullable OpenOutlets open;
    private WatchChoice choice = WatchChoice.STANDARD;
    private RuleBook inForce;
    private Optional<Problem> unread = Optional.empty();
    private Optional<Problem> rulesRefused = Optional.empty();
    private Optional<Problem> targetsRefused = Optional.empty();
    private boolean isClosed;

    private SetWatch(Parts parts, RuleBook standard) {
        this.parts = parts;
        this.inForce = standard;
        this.setting = new Live<>(standing());
    }

    /// Takes up what was kept. Blocking.
    ///
    /// @throws ProblemException where not even the program's own rules can be read
    public static SetWatch start(Parts parts) throws ProblemException {
        var set = new SetWatch(parts, parts.rules().read(Optional.empty()));
        set.takeUp();
        return set;
    }

    private synchronized void takeUp() {
        parts.watch().unreached(this::unreached);
        try {
            choice = parts.choices().read();
        } catch (ProblemException refused) {
            unread = Optional.of(refused.problem());
        }
        try {
            inForce = parts.rules().read(choice.rules());
        } catch (ProblemException refused) {
            rulesRefused = Optional.of(refused.problem());
        }
        try {
            open = opened(choice.targets(), inForce);
        } catch (ProblemException refused) {
            targetsRefused = Optional.of(refused.problem());
        }
        settled();
    }

    /// How it is set; set again by whoever changes it, and by {@link #look}.
    public Live<WatchSetting> setting() {
        return setting;
    }

    /// The text of the rules that come with the program, to be copied and changed.
    public String standardRules() {
        return parts.rules().standardText();
    }

    /// Judges by other rules from now on, and keeps that. Blocking.
    ///
    /// @param path of a file of rules; empty for those that come with the program
    /// @throws ProblemException where they do not hold, or a target wants another rule; then nothing has changed
    public synchronized void judgeBy(Optional<String> path) throws ProblemException {
        var rules = parts.rules().read(path);
        change(choice.judging(path), rules, targetsRefused.isEmpty());
        rulesRefused = Optional.empty();
        settled();
    }

    /// Tells others from now on, and keeps that. Blocking.
    ///
    /// @param path of a file of targets; empty for none
    /// @throws ProblemException where they do not hold; then nothing has changed
    public synchronized void tell(Optional<String> path) throws ProblemException {
        change(choice.telling(path), inForce, true);
        targetsRefused = Optional.empty();
        settled();
    }

    private void change(WatchChoice wanted, RuleBook rules, boolean tells) throws ProblemException {
        if (isClosed) {
            return;
        }
        end();
        try {
            open = tells ? opened(wanted.targets(), rules) : null;
            parts.choices().write(wanted);
        } catch (ProblemException refused) {
            end();
            open = targetsRefused.isEmpty() ? opened(choice.targets(), inForce) : null;
            throw refused;
        }
        choice = wanted;
        inForce = rules;
        unread = Optional.empty();
    }

    private @Nullable OpenOutlets opened(Optional<String> targets, RuleBook rules) throws ProblemException {
        if (targets.isEmpty()) {
            return null;
        }
        var wanted = new Wanted(targets, OptionalInt.empty(), parts.deliveries(), names(rules));
        return parts.outlets().open(wanted, parts.changes(), MonitorReading::nothing);
    }

    private static Set<String> names(RuleBook rules) {
        return rules.rules().stream().map(Rule::name).collect(Collectors.toSet());
    }

    private void settled() {
        var refusals = Stream.of(unread, rulesRefused, targetsRefused)
                .flatMap(Optional::stream)
                .toList();
        parts.watch().judgeBy(inForce, refusals);
        setting.set(standing());
    }

    private WatchSetting standing() {
        return new WatchSetting(choice, inForce.rules().size(), unread, rulesRefused, targetsRefused, listed());
    }

    private List<Listed> listed() {
        var outlets = open;
        return outlets == null ? List.of() : outlets.listed();
    }

    /// Sends a test message to one target of the file that was chosen, as it is now. Blocking.
    public Tested test(String target) throws ProblemException {
        var file = setting.get().choice().targets();
        if (file.isEmpty()) {
            throw new ProblemException(Problem.of("No targets are chosen.", "Choose a file of targets."));
        }
        return parts.outlets().test(file.get(), Set.of(target)).getFirst();
    }

    /// Says that changes were written down.
    public void news() {
        var outlets = open;
        if (outlets != null) {
            outlets.news();
        }
    }

    /// Looks how the targets stand.
    public synchronized void look() {
        var now = standing();
        if (!now.equals(setting.get())) {
            setting.set(now);
        }
    }

    private List<UnreachedTarget> unreached() {
        return listed().stream()
                .flatMap(listed -> listed.state().unreached().stream())
                .toList();
    }

    private void end() {
        var outlets = open;
        open = null;
        if (outlets != null) {
            outlets.close();
        }
    }

    /// Waits a moment for what is being told.
    @Override
    public synchronized void close() {
        isClosed = true;
        end();
    }
}
