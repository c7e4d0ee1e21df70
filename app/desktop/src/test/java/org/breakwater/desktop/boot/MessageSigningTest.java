package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.breakwater.adapters.json.JsonText;
import org.breakwater.adapters.localnet.LocalKeys;
import org.breakwater.adapters.service.SafeServiceClient;
import org.breakwater.core.safe.SafeMessageHash;
import org.breakwater.core.safe.ServedMessage.Content;
import org.breakwater.core.typeddata.TypedDataReader;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.theme.Appearance.Scheme;
import org.junit.jupiter.api.Test;

/// A message that is to be said in the council's name, signed at the window by one owner after the other.
class MessageSigningTest extends FxTest {

    private static final String TYPED = """
        {"types": {"EIP712Domain": [{"name": "name", "type": "string"}],
         "Statement": [{"name": "text", "type": "string"}]},
         "primaryType": "Statement", "domain": {"name": "Breakwater"},
         "message": {"text": "The bridge pool stays as it is"}}
        """;

    @Test
    void ownersReadAMessageAndSignItUntilItIsSaid() throws Exception {
        try (var open = OpenConsole.onTheWorld()) {
            var safe = open.council().safes().getFirst();
            var owners = safe.setup().owners();
            var text = handIn(open, new Content.Text("We own the Safe that governs Breakwater.\n\nAsk us."), owners);
            var json = JsonText.parse("typed data", TYPED, TypedDataReader.LIMITS);
            var typed = handIn(open, new Content.Typed(TypedDataReader.read(json), json.root()), owners);

            open.goTo(new Place.Council(), "Council Safe");
            open.fire("Messages");
            open.awaitWords("To sign, off chain");
            open.awaitWords("“We own the Safe that governs Breakwater.");
            open.awaitWords("Typed data: “Statement”");
            open.picture("messages-council-light");
            press(open, "#message-" + text);
            open.awaitWords("A message in the name of the Council Safe");
            open.awaitWords("1 of 4");
            for (var owner : owners.subList(1, 4)) {
                sign(open, owner, owner.equals(owners.get(1)));
            }
            open.awaitWords("It has its signatures: it is said");
            assertThat(signers(open, text)).containsExactlyInAnyOrderElementsOf(owners.subList(0, 4));

            open.go(new Place.SafeMessage(safe.address(), typed));
            open.awaitWords("Typed data can move money without a transaction.");
            pictures(open, "message-typed");
            open.go(new Place.SafeMessage(safe.address(), Hash32.ZERO));
            open.awaitWords("No message of that hash waits for this Safe.");
        }
    }

    private static void sign(OpenConsole open, Address owner, boolean pictured) throws Exception {
        var name = open.wiring().protocol().book().name(owner).orElseThrow();
        FxTest.doOnFx(() -> ((MenuButton) open.scene().lookup("#act-as"))
                .getItems().stream()
                        .filter(each -> ("act-as-" + owner).equals(each.getId()))
                        .findFirst()
                        .ifPresent(MenuItem::fire));
        FxTest.await(() -> ("Sign as " + name + "…").equals(open.text("#message-primary")));
        press(open, "#message-primary");
        FxTest.await(() -> open.scene().lookup("#message-sign") != null);
        if (pictured) {
            pictures(open, "message-sign");
        }
        press(open, "#message-sign");
        open.awaitWords(name + " has signed");
        FxTest.await(() -> open.scene().lookup("#message-primary") instanceof ButtonBase button && button.isDisabled());
    }

    /// As another program does, with the signature of the first owner.
    private static Hash32 handIn(OpenConsole open, Content content, List<Address> owners) throws Exception {
        var safe = open.council().safes().getFirst();
        var hash = SafeMessageHash.of(safe.domain(), content.hash().bytes()).hash();
        var key = new LocalKeys().of(owners.getFirst()).orElseThrow();
        try (var service = SafeServiceClient.open(open.network().description().serviceUrl(), Optional.empty())) {
            service.addMessage(safe.address(), content, key.sign(hash).bytes(), "");
        }
        return hash;
    }

    private static List<Address> signers(OpenConsole open, Hash32 message) throws Exception {
        var safe = open.council().safes().getFirst();
        return open
                .wiring()
                .protocol()
                .actions()
                .messages()
                .find(safe.domain(), message)
                .orElseThrow()
                .signatures()
                .stream()
                .flatMap(signed -> signed.signer().stream())
                .toList();
    }

    private static void pictures(OpenConsole open, String name) throws Exception {
        for (var scheme : List.of(Scheme.LIGHT, Scheme.DARK)) {
            open.wear(scheme);
            open.picture(name + (scheme == Scheme.LIGHT ? "-light" : "-dark"));
            open.requireLegibleAndNamed();
        }
        open.wear(Scheme.LIGHT);
    }

    private static void press(OpenConsole open, String selector) {
        FxTest.await(() -> open.scene().lookup(selector) instanceof ButtonBase button && !button.isDisabled());
        FxTest.doOnFx(() -> ((ButtonBase) open.scene().lookup(selector)).fire());
    }
}
