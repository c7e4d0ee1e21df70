package org.breakwater.desktop.feature.addresses;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.breakwater.core.follow.Known;
import org.breakwater.core.value.Loadable;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Router;
import org.breakwater.desktop.place.Derived;

/// The address book with what is looked for in it.
final class AddressesViewModel {

    private final Derived<AddressPage> page;
    private final ReadOnlyStringWrapper sought = new ReadOnlyStringWrapper("");
    private final Router router;

    AddressesViewModel(ReadAddresses read, Background background, Router router) {
        this.page = new Derived<>(background, read::page);
        this.router = router;
    }

    /// Keeps the book up with what is known, until the answer is closed.
    Subscription follow(ObservableValue<Loadable<Known>> known) {
        return page.follow(known);
    }

    ReadOnlyObjectProperty<Loadable<AddressPage>> page() {
        return page.value();
    }

    ReadOnlyStringProperty sought() {
        return sought.getReadOnlyProperty();
    }

    void search(String text) {
        sought.set(text);
    }

    /// The rows of a page in which what is looked for stands.
    ObservableValue<List<AddressRow>> rows(ObservableValue<AddressPage> shown) {
        return Bindings.createObjectBinding(
                () -> shown.getValue().rows().stream()
                        .filter(row -> row.matches(sought.get()))
                        .toList(),
                shown,
                sought);
    }

    void open(AddressRow row) {
        router.go(new Place.KnownAddress(row.address()));
    }
}
