package org.breakwater.desktop.feature.addresses;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.fx.Subscriptions;
import org.breakwater.desktop.kit.AddressChip;
import org.breakwater.desktop.kit.Banner;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Card;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.StatePane;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Screen;
import org.breakwater.desktop.place.BlockBadge;
import org.breakwater.desktop.place.Derived;
import org.breakwater.desktop.place.Surroundings;

/// Everything known about one address.
public final class KnownAddressScreen implements Screen {

    private static final double NAME = 220;
    private static final double CARD = 820;

    private final Address address;
    private final Surroundings around;
    private final Derived<AddressFacts> facts;

    public KnownAddressScreen(Address address, Surroundings around) {
        this.address = address;
        this.around = around;
        var read = new ReadAddresses(around.deployment(), around.book());
        this.facts = new Derived<>(around.background(), known -> read.facts(known, address));
    }

    @Override
    public ObservableValue<List<String>> trail() {
        return new ReadOnlyObjectWrapper<>(List.of("Address book", around.name(address)));
    }

    @Override
    public void shown(Subscriptions until) {
        until.add(facts.follow(around.known()));
    }

    @Override
    public Node root() {
        return new StatePane<>(facts.value(), around.now(), this::content);
    }

    private Node content(ObservableValue<AddressFacts> shown) {
        var title = Words.title(around.name(address));
        title.setId("address-name");
        var heading = Boxes.styled(
                new HBox(
                        title,
                        Boxes.spacer(),
                        new Link("Address book", () -> around.router().go(new Place.AddressBook())),
                        BlockBadge.of(shown.map(AddressFacts::block), around.now())),
                "page-heading");
        var body = Boxes.styled(new VBox(12), "page");
        Shown.following(body, shown, read -> body.getChildren().setAll(parts(read)));
        var scrolled = new ScrollPane(body);
        scrolled.setFitToWidth(true);
        return new VBox(heading, Boxes.growing(scrolled));
    }

    private List<Node> parts(AddressFacts read) {
        var rows = new VBox(6);
        rows.getChildren().add(row("Address", AddressChip.inFull(around.label(address))));
        rows.getChildren().add(row("What it is", Words.body(read.row().part().words())));
        rows.getChildren().add(row("Roles", Words.body(read.row().roleWords())));
        read.facts().forEach(fact -> rows.getChildren().add(row(fact.name(), Words.wrapped(Words.body(fact.value())))));
        var card = Card.of("What is known", rows);
        card.setMaxWidth(CARD);
        return warning(read).<List<Node>>map(banner -> List.of(banner, card)).orElseGet(() -> List.of(card));
    }

    private Optional<Node> warning(AddressFacts read) {
        var looksLike = read.row().looksLike();
        if (looksLike.isPresent()) {
            return Optional.of(new Banner(
                    Severity.HOLD,
                    Icon.LOCK,
                    "It looks like " + looksLike.get() + " and is another address.",
                    "Compare every group of digits before anything is sent to it."));
        }
        return read.known()
                ? Optional.empty()
                : Optional.of(new Banner(
                        Severity.NOTE,
                        Icon.INFO,
                        "Nothing is known of this address.",
                        "It is in no book, has no role, and the protocol's events do not name it.",
                        new Link(
                                "Back to the address book",
                                () -> around.router().go(new Place.AddressBook()))));
    }

    private static Node row(String name, Node value) {
        var words = Words.muted(name);
        words.setMinWidth(NAME);
        words.setPrefWidth(NAME);
        return Boxes.row(8, words, value);
    }
}
