package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import org.breakwater.core.safe.NonceOrder.Position;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Place.SettingsPart;
import org.breakwater.desktop.theme.Appearance.Scheme;
import org.junit.jupiter.api.Test;

/// A person's policy in the settings: what they allow and deny, and what it means that something else changed it.
class PolicySettingsTest extends FxTest {

    private static final Address RELAYER = Address.parse("0x00000000000000000000000000000000000b0b00");

    @Test
    void aPolicyIsWrittenRecordedAndOneThatWasChangedElsewhereBlocksUntilItIsTakenOver() throws Exception {
        try (var open = OpenConsole.onTheWorld()) {
            var lens = open.network().deployment().address("ProtocolLens");
            policy(open, "You have written nothing down");
            allow(open, lens);
            refund(open);
            press(open, "#policy-deny");
            write(open, "#policy-account", RELAYER.toString());
            press(open, "#policy-write");
            open.awaitWords("Denied from now on.");
            press(open, "#policy-second");
            write(open, "#policy-check", "fw18");
            press(open, "#policy-write");
            open.awaitWords("Where FW18 holds, another owner must have signed before.");
            open.awaitWords("It is as this program recorded it: 4 changes");
            pictures(open);

            press(open, "#policy-code-" + lens + "-remove");
            open.awaitWords("Taken back. It counts no longer.");
            open.awaitWords("5 changes");

            changeElsewhere(open.connection().folder().resolve("review-policy.json"));
            policy(open, "Something else than this program changed it.");
            open.picture("policy-changed-light");
            review(open);
            open.awaitWords("Something else than this program changed your policy.");
            open.awaitWords("Cannot be signed in this console.");

            policy(open, "Something else than this program changed it.");
            press(open, "#policy-adopt");
            write(open, "#policy-adopt-phrase", "take over");
            press(open, "#policy-adopt-write");
            open.awaitWords("It is as this program recorded it: 1 change,");
            review(open);
            FxTest.await(() -> open.text("#action-primary").equals("Execute as Council 1…"));
        }
    }

    private static void policy(OpenConsole open, String words) {
        open.go(new Place.Settings(SettingsPart.ABOUT));
        open.goTo(new Place.Settings(SettingsPart.POLICY), words);
    }

    private static void allow(OpenConsole open, Address contract) {
        press(open, "#policy-allow");
        write(open, "#policy-contract", contract.toString());
        write(open, "#policy-why", "Read by the auditors, report 12");
        write(open, "#policy-phrase", "allow it");
        press(open, "#policy-write");
        open.awaitWords("What was typed does not name this contract.");
        var text = contract.toString();
        open.awaitWords("Type: allow " + text.substring(text.length() - 6));
        write(open, "#policy-phrase", "allow " + text.substring(text.length() - 6));
        press(open, "#policy-write");
        open.awaitWords("for the code that is there now.");
        open.awaitWords("Counts in ");
    }

    private static void refund(OpenConsole open) {
        press(open, "#policy-refund");
        write(open, "#policy-receiver", RELAYER.toString());
        write(open, "#policy-most", "10,000,000,000,000,000");
        write(open, "#policy-why", "The relayer that we pay");
        write(open, "#policy-phrase", "refund 0b0b00");
        press(open, "#policy-write");
        open.awaitWords("Written down. It counts from ");
    }

    private static void changeElsewhere(Path file) throws Exception {
        var other = "0x0000000000000000000000000000000000000007";
        var written = Files.readString(file);
        Files.writeString(file, written.replace("\"denied\": [\n", "\"denied\": [\n    \"" + other + "\",\n"));
        assertThat(Files.readString(file)).isNotEqualTo(written);
    }

    private static void review(OpenConsole open) throws Exception {
        var council = open.council().safes().getFirst();
        var next = council.waiting().stream()
                .filter(slot -> slot.position() == Position.NEXT)
                .flatMap(slot -> slot.proposals().stream())
                .findFirst()
                .orElseThrow();
        open.go(new Place.SafeTransaction(council.address(), next.hash().hash()));
        FxTest.await(() -> open.scene().lookup("#review-stand") != null);
    }

    private static void pictures(OpenConsole open) throws Exception {
        for (var scheme : List.of(Scheme.LIGHT, Scheme.DARK)) {
            open.wear(scheme);
            open.picture(scheme == Scheme.LIGHT ? "policy-light" : "policy-dark");
            open.requireLegibleAndNamed();
        }
        open.wear(Scheme.LIGHT);
    }

    private static void write(OpenConsole open, String selector, String text) {
        FxTest.await(() -> open.scene().lookup(selector) != null);
        FxTest.doOnFx(() -> ((TextInputControl) open.scene().lookup(selector)).setText(text));
    }

    private static void press(OpenConsole open, String selector) {
        FxTest.await(() -> open.scene().lookup(selector) instanceof ButtonBase button && !button.isDisabled());
        FxTest.doOnFx(() -> ((ButtonBase) open.scene().lookup(selector)).fire());
    }
}
