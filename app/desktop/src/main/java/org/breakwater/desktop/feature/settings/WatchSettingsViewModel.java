package org.breakwater.desktop.feature.settings;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyMapProperty;
import javafx.beans.property.ReadOnlyMapWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import org.breakwater.core.alerting.SetWatch;
import org.breakwater.core.alerting.WatchSetting;
import org.breakwater.core.delivery.Outcome;
import org.breakwater.core.exposition.Outlets.Tested;
import org.breakwater.desktop.feature.settings.NetworkSettingsViewModel.Result;
import org.breakwater.desktop.fx.Attempt;
import org.breakwater.desktop.fx.Background;

/// Chooses by which rules alerts are raised and whom they are told, and tries those. Lives on the toolkit's thread.
public final class WatchSettingsViewModel {

    private final SetWatch watch;
    private final Background background;
    private final ObservableValue<WatchSetting> setting;
    private final ReadOnlyObjectWrapper<Optional<Result>> ofRules = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Result>> ofTargets = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyMapWrapper<String, Result> tests =
            new ReadOnlyMapWrapper<>(FXCollections.observableHashMap());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /// @param setting how it is set, on the toolkit's thread
    public WatchSettingsViewModel(SetWatch watch, ObservableValue<WatchSetting> setting, Background background) {
        this.watch = watch;
        this.background = background;
        this.setting = setting;
    }

    /// How it is set now.
    public ObservableValue<WatchSetting> setting() {
        return setting;
    }

    /// What came of the last choice of rules.
    public ReadOnlyObjectProperty<Optional<Result>> ofRules() {
        return ofRules.getReadOnlyProperty();
    }

    /// What came of the last choice of targets.
    public ReadOnlyObjectProperty<Optional<Result>> ofTargets() {
        return ofTargets.getReadOnlyProperty();
    }

    /// What came of the last test of each target, by its name.
    public ReadOnlyMapProperty<String, Result> tests() {
        return tests.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// The text of the rules that come with the program.
    public String standardRules() {
        return watch.standardRules();
    }

    /// @param path of a file of rules; empty for those that come with the program
    public void judgeBy(Optional<String> path) {
        act(
                "Reading the rules",
                () -> {
                    watch.judgeBy(path);
                    return "These rules judge from now on. What happened before is not told anew.";
                },
                ofRules);
    }

    /// @param path of a file of targets; empty for none
    public void tell(Optional<String> path) {
        tests.clear();
        act(
                "Reading the targets",
                () -> {
                    watch.tell(path);
                    return path.isPresent()
                            ? "These are told from now on, first of what stands."
                            : "Nobody is told any more.";
                },
                ofTargets);
    }

    private void act(String name, Attempt.Work<String> work, ReadOnlyObjectWrapper<Optional<Result>> result) {
        busy.set(true);
        result.set(Optional.empty());
        background.run(name, () -> Attempt.of(work), came -> {
            busy.set(false);
            came.then(
                    words -> result.set(Optional.of(new Result(true, words))),
                    refused -> result.set(Optional.of(new Result(false, refused.toString()))));
        });
    }

    /// Sends a test message to one target.
    public void test(String target) {
        tests.remove(target);
        background.run(
                "Testing " + target,
                () -> Attempt.of(() -> watch.test(target)),
                came -> came.then(
                        tested -> tests.put(target, result(tested)),
                        refused -> tests.put(target, new Result(false, refused.toString()))));
    }

    private static Result result(Tested tested) {
        var words = switch (tested.outcome()) {
            case Outcome.Taken _ -> "It took the test message.";
            case Outcome.Later(var why, var _) -> "It did not take the test message. " + why;
            case Outcome.Refused(var why) -> "It refused the test message. " + why;
            case Outcome.Ended _ -> "Its answer was not waited for.";
        };
        return new Result(tested.isTaken(), words);
    }
}
