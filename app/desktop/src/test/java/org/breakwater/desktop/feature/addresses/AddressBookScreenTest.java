package org.breakwater.desktop.feature.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.breakwater.core.names.AddressBook;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.boot.OpenConsole;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.theme.Appearance.Scheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AddressBookScreenTest extends FxTest {

    private static final Address STRANGER = Address.parse("0x00000000000000000000000000000000000bad01");

    private static OpenConsole open;

    @BeforeAll
    @SuppressWarnings("NullAway.Init") // JUnit calls it before anything else
    static void open() throws ProblemException {
        open = OpenConsole.onTheWorld();
    }

    @AfterAll
    static void close() {
        open.close();
    }

    @BeforeEach
    void inTheBook() {
        open.goTo(new Place.AddressBook(), "What it is");
    }

    @Test
    void slashLeadsToTheSearchAndTypingNarrowsTheBook() {
        var whole = open.text("#addresses-count");
        doOnFx(() -> open.scene()
                .getRoot()
                .fireEvent(new KeyEvent(KeyEvent.KEY_TYPED, "/", "/", KeyCode.UNDEFINED, false, false, false, false)));
        var field = onFx(() -> open.scene().getFocusOwner());
        assertThat(field).isInstanceOf(TextField.class);
        doOnFx(() -> ((TextField) field).setText("guardian"));
        assertThat(open.text("#addresses-count")).isNotEqualTo(whole);
        open.awaitWords("GUARDIAN");
    }

    @Test
    void anAddressShowsItsRolesAsTheAccessManagerHasThem() {
        var council = open.network().council();
        open.go(new Place.KnownAddress(council));
        open.awaitWords("COUNCIL_DELAYED");
        open.awaitWords("acts after 1");
        assertThat(open.text("#address-name")).isEqualTo("Council");
    }

    @Test
    void anAddressThatNobodyKnowsIsSaidToBeUnknownWithAWayBack() {
        open.go(new Place.KnownAddress(STRANGER));
        open.awaitWords("Nothing is known of this address.");
        var back = open.control("Back to the address book").orElseThrow();
        doOnFx(() -> ((Hyperlink) back).fire());
        assertThat(onFx(() -> open.console().router().current().get())).isEqualTo(new Place.AddressBook());
    }

    @Test
    void anAddressThatLooksLikeAnotherIsCalled() {
        var known = open.network().council();
        var digits = known.bytes().toHex();
        var twin = Address.parse(digits.substring(0, 8).toLowerCase(Locale.ROOT)
                + "0".repeat(28)
                + digits.substring(digits.length() - 6).toLowerCase(Locale.ROOT));
        var book = new AddressBook(Map.of(known, "Council"));
        var facts = new ReadAddresses(open.network().deployment(), book).facts(open.known(), twin);
        assertThat(facts.row().looksLike()).contains("Council");
        assertThat(facts.known()).isFalse();
    }

    @Test
    void itIsDrawnInBothSchemes() throws Exception {
        for (var scheme : List.of(Scheme.LIGHT, Scheme.DARK)) {
            open.wear(scheme);
            open.picture("addresses-" + scheme.name().toLowerCase(Locale.ROOT));
        }
        open.go(new Place.KnownAddress(open.network().deployment().address("Treasury")));
        open.awaitWords("What is known");
        open.wear(Scheme.LIGHT);
        open.picture("address-light");
        assertThat(open.text("#address-name")).isEqualTo("Treasury");
    }
}
