package org.breakwater.desktop.feature.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.SimpleObjectProperty;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.names.AddressBook;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.ChainId;
import org.breakwater.core.value.Hash32;
import org.breakwater.desktop.feature.addresses.AddressRow.Part;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Router;
import org.junit.jupiter.api.Test;

class AddressesViewModelTest {

    private static final Address COUNCIL = Address.parse("0x3A3f34e029c33Af2F543bf523a17940C75473519");
    private static final Address VENUE = Address.parse("0x1Eb835EB7BEEEE9E6bbFe08F16a2d2eF668204bd");
    private static final AddressRow COUNCIL_ROW =
            new AddressRow(COUNCIL, Optional.of("Council"), Part.SAFE, List.of("COUNCIL_NOW"), Optional.empty());
    private static final AddressRow VENUE_ROW =
            new AddressRow(VENUE, Optional.empty(), Part.VENUE, List.of(), Optional.empty());

    private final Router router = new Router(new Place.AddressBook());
    private final AddressesViewModel model = new AddressesViewModel(
            new ReadAddresses(
                    new Deployment(
                            new ChainId(31_337), List.of(), new TreeMap<>(), new TreeMap<>(), List.of(), List.of()),
                    new AddressBook(Map.of())),
            new Background(Runnable::run, Runnable::run),
            router);
    private final SimpleObjectProperty<AddressPage> page = new SimpleObjectProperty<>(
            new AddressPage(new BlockRef(1, Hash32.ZERO, Instant.EPOCH), List.of(COUNCIL_ROW, VENUE_ROW)));

    @Test
    void nothingSoughtShowsTheWholeBook() {
        assertThat(model.rows(page).getValue()).containsExactly(COUNCIL_ROW, VENUE_ROW);
    }

    @Test
    void nameRolePartAndDigitsAreFoundWhateverTheirCase() {
        var rows = model.rows(page);
        for (var sought : List.of("council", "COUNCIL_now", "safe", "0x3a3f34", " Council ")) {
            model.search(sought);
            assertThat(rows.getValue()).as(sought).containsExactly(COUNCIL_ROW);
        }
        model.search("venue");
        assertThat(rows.getValue()).containsExactly(VENUE_ROW);
        model.search("nobody");
        assertThat(rows.getValue()).isEmpty();
    }

    @Test
    void aRowLeadsToAllThatIsKnownOfIt() {
        model.open(VENUE_ROW);
        assertThat(router.current().get()).isEqualTo(new Place.KnownAddress(VENUE));
    }
}
