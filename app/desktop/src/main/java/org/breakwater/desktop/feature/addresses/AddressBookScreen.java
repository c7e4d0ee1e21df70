package org.breakwater.desktop.feature.addresses;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.breakwater.desktop.command.Chord;
import org.breakwater.desktop.command.Command;
import org.breakwater.desktop.command.Command.Group;
import org.breakwater.desktop.fx.Subscriptions;
import org.breakwater.desktop.kit.AddressChip;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.ExportLink;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.SearchBox;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.SeverityTag;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.StatePane;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.kit.table.Column;
import org.breakwater.desktop.kit.table.DataTable;
import org.breakwater.desktop.kit.table.Density;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.navigation.Screen;
import org.breakwater.desktop.place.BlockBadge;
import org.breakwater.desktop.place.Surroundings;

/// Everybody and everything that is known.
public final class AddressBookScreen implements Screen {

    private final Surroundings around;
    private final AddressesViewModel model;
    private final SearchBox search;

    public AddressBookScreen(Surroundings around) {
        this.around = around;
        this.model = new AddressesViewModel(
                new ReadAddresses(around.deployment(), around.book()), around.background(), around.router());
        this.search = new SearchBox(Icon.SEARCH, "Name, address, part, role", "/", model::search);
    }

    @Override
    public ObservableValue<List<String>> trail() {
        return new ReadOnlyObjectWrapper<>(List.of("Address book"));
    }

    @Override
    public void shown(Subscriptions until) {
        until.add(model.follow(around.known()));
        until.add(around.commands()
                .add(Command.always(
                                "addresses.search",
                                Group.LIST,
                                Icon.SEARCH,
                                "Find an address",
                                search.input()::requestFocus)
                        .on(Chord.typing("/"))));
    }

    @Override
    public Node root() {
        return new StatePane<>(model.page(), around.now(), this::content);
    }

    private Node content(ObservableValue<AddressPage> page) {
        var rows = model.rows(page);
        var table = table();
        Shown.following(table, rows, shown -> table.renew(shown, AddressRow::address));
        var count = Words.secondary("");
        count.setId("addresses-count");
        Shown.following(
                count,
                rows,
                shown -> count.setText(Numbers.count(shown.size()) + " of "
                        + Numbers.count(page.getValue().rows().size())));
        var heading = Boxes.styled(
                new HBox(
                        Words.title("Address book"),
                        Words.muted("Names stand in this program alone; an address is what counts"),
                        Boxes.spacer(),
                        BlockBadge.of(page.map(AddressPage::block), around.now())),
                "page-heading");
        search.setPrefWidth(300);
        var filters = Boxes.styled(
                Boxes.row(
                        8,
                        search,
                        Boxes.spacer(),
                        count,
                        ExportLink.csv(
                                "the address book",
                                () -> around.saving()
                                        .save("addresses.csv", () -> table.csv().getBytes(StandardCharsets.UTF_8)))),
                "filter-row");
        filters.setFillHeight(false);
        return new VBox(
                heading,
                Boxes.padded(new VBox(filters), 0, 20, 0, 20),
                Boxes.growing(Boxes.padded(new VBox(Boxes.growing(table)), 0, 10, 12, 10)));
    }

    private DataTable<AddressRow> table() {
        List<Column<AddressRow>> columns = List.of(
                Column.<AddressRow>drawn("Address", 300, row -> row.address().toString(), this::chip)
                        .sortedBy(Comparator.comparing(AddressRow::called, String.CASE_INSENSITIVE_ORDER)),
                Column.<AddressRow>words("What it is", 120, row -> row.part().words()),
                Column.<AddressRow>words("Roles in the AccessManager", 260, AddressRow::roleWords)
                        .growing(),
                Column.<AddressRow>drawn(
                        "Looks like", 180, row -> row.looksLike().orElse(""), AddressBookScreen::lookAlike));
        return new DataTable<>("Known addresses", Density.CARD, columns, FXCollections.observableArrayList())
                .onOpen(model::open);
    }

    private AddressChip chip(AddressRow row) {
        return around.chip(row.address());
    }

    private static Node lookAlike(AddressRow row) {
        Optional<Node> tag = row.looksLike().map(name -> new SeverityTag(Severity.HOLD, "Looks like " + name));
        return tag.orElseGet(() -> Words.muted("nothing known"));
    }
}
