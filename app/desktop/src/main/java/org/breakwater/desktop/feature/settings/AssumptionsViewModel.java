package org.breakwater.desktop.feature.settings;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.stress.Assumptions;
import org.breakwater.core.stress.AssumptionsText;
import org.breakwater.core.stress.ChooseAssumptions;
import org.breakwater.desktop.feature.settings.NetworkSettingsViewModel.Result;
import org.breakwater.desktop.fx.Attempt;
import org.breakwater.desktop.fx.Background;

/// Changes what the stress engine assumes, as text. Lives on the toolkit's thread.
public final class AssumptionsViewModel {

    private final ChooseAssumptions choose;
    private final Background background;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Result>> result = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<String> changed = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    public AssumptionsViewModel(ChooseAssumptions choose, Background background) {
        this.choose = choose;
        this.background = background;
        take();
        choose.unread().ifPresent(why -> result.set(Optional.of(new Result(false, why.toString()))));
    }

    /// What is written.
    public StringProperty text() {
        return text;
    }

    /// What came of the last act.
    public ReadOnlyObjectProperty<Optional<Result>> result() {
        return result.getReadOnlyProperty();
    }

    /// What counts and is other than what the console begins with; empty where nothing is.
    public ReadOnlyObjectProperty<String> changed() {
        return changed.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    private void take() {
        var assumed = choose.assumed().get();
        text.set(AssumptionsText.write(assumed));
        changed.set(AssumptionsText.differences(assumed, Assumptions.initial()));
    }

    /// Assumes what is written from now on.
    ///
    /// @param view of the protocol, empty while that is not known
    public void use(Optional<ProtocolView> view) {
        var written = text.get();
        act(() -> {
            choose.assume(written, view);
            return "Assumed from now on, in the treasury, in reviews, in reports and by the rules of alerts.";
        });
    }

    /// Goes back to what the console begins with.
    public void standard() {
        act(() -> {
            choose.standard();
            return "What the console begins with is assumed again.";
        });
    }

    private void act(Attempt.Work<String> work) {
        busy.set(true);
        result.set(Optional.empty());
        background.run("Keeping the assumptions", () -> Attempt.of(work), came -> {
            busy.set(false);
            came.then(
                    words -> {
                        take();
                        result.set(Optional.of(new Result(true, words)));
                    },
                    refused -> result.set(Optional.of(new Result(false, refused.toString()))));
        });
    }
}
