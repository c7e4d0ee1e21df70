package org.breakwater.desktop.feature.settings;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.breakwater.core.service.ServiceHealth;
import org.breakwater.desktop.fx.Attempt;
import org.breakwater.desktop.fx.Background;

/// Changes a network's endpoints and its transaction service. Lives on the toolkit's thread.
public final class NetworkSettingsViewModel {

    /// What came of the last act.
    ///
    /// @param isGood whether it could be done
    public record Result(boolean isGood, String words) {}

    private final NetworkEditing editing;
    private final Background background;
    private final StringProperty endpoint = new SimpleStringProperty("");
    private final StringProperty service = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Result>> ofEndpoint = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Result>> ofService = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    public NetworkSettingsViewModel(NetworkEditing editing, Background background) {
        this.editing = editing;
        this.background = background;
        endpoint.subscribe(() -> ofEndpoint.set(Optional.empty()));
        service.subscribe(() -> ofService.set(Optional.empty()));
    }

    /// The address that is being entered.
    public StringProperty endpoint() {
        return endpoint;
    }

    /// The service's address that is being entered.
    public StringProperty service() {
        return service;
    }

    public ReadOnlyObjectProperty<Optional<Result>> ofEndpoint() {
        return ofEndpoint.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Result>> ofService() {
        return ofService.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    public void addEndpoint() {
        var address = endpoint.get().strip();
        act("Asking the endpoint", ofEndpoint, () -> {
            editing.addEndpoint(address);
            return "It has this protocol: it is compared from now on, and used where those before it are not well.";
        });
    }

    public void removeEndpoint(String name) {
        act("Removing the endpoint", ofEndpoint, () -> {
            editing.removeEndpoint(name);
            return "It is neither compared nor used any more.";
        });
    }

    public void preferEndpoint(String name) {
        act("Ordering the endpoints", ofEndpoint, () -> {
            editing.preferEndpoint(name);
            return "It is preferred to the one below it.";
        });
    }

    public void testService() {
        var address = service.get().strip();
        act("Asking the service", ofService, () -> words(editing.tryService(address)));
    }

    public void useService() {
        var address = service.get().strip();
        act("Changing the service", ofService, () -> {
            if (address.isEmpty()) {
                editing.useService(Optional.empty());
                return "No service is asked any more.";
            }
            editing.tryService(address);
            editing.useService(Optional.of(address));
            return "It is asked from now on.";
        });
    }

    private static String words(ServiceHealth health) {
        return "It answers for this chain: " + health.about().name() + " "
                + health.about().version() + ", "
                + (health.indexing().synced() ? "up to date" : "still reading") + " at block "
                + health.indexing().block() + ".";
    }

    private void act(String name, ReadOnlyObjectWrapper<Optional<Result>> result, Attempt.Work<String> work) {
        busy.set(true);
        result.set(Optional.empty());
        background.run(name, () -> Attempt.of(work), came -> {
            busy.set(false);
            came.then(
                    said -> result.set(Optional.of(new Result(true, said))),
                    refused -> result.set(Optional.of(new Result(false, refused.toString()))));
        });
    }
}
