package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import org.breakwater.core.council.Council.WatchedSafe;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Place.SettingsPart;
import org.breakwater.desktop.theme.Appearance.Scheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A reader without keys: everything can be read, nothing asks for a key.
class WatchOnlyTest extends FxTest {

    private static OpenConsole open;

    @BeforeAll
    @SuppressWarnings("NullAway.Init") // JUnit calls it before anything else
    static void open() throws ProblemException {
        open = OpenConsole.watchingTheWorld();
    }

    @AfterAll
    static void close() {
        open.close();
    }

    @Test
    void nobodyIsActedAsAndNoSignerIsOpened() {
        open.goTo(new Place.Pools(), "Bridge");
        open.awaitWords("Watch only");

        assertThat(open.wiring().protocol().actions().people().all()).isEmpty();
        assertThat(Files.exists(open.connection().signers())).isFalse();
    }

    @Test
    void noActionBarAsksForAKey() throws Exception {
        for (var safe : open.council().safes()) {
            for (var place : reviews(safe)) {
                open.go(place);
                new Operator(open).awaitNode("#review-stand");
                assertThat(open.lookup("#action-add-signer"))
                        .as(place.toString())
                        .isNull();
                assertThat(open.lookup("#action-passphrase"))
                        .as(place.toString())
                        .isNull();
                assertThat(open.words().stream().filter(words -> words.startsWith("Sign as")))
                        .as(place.toString())
                        .isEmpty();
            }
        }
        open.picture("watch-only-review-light");
    }

    private static List<Place.SafeTransaction> reviews(WatchedSafe safe) {
        return safe.waiting().stream()
                .flatMap(slot -> slot.proposals().stream())
                .limit(2)
                .map(queued ->
                        new Place.SafeTransaction(safe.address(), queued.hash().hash()))
                .toList();
    }

    @Test
    void aPauseCanBeWrittenAndHandedOnButNotSigned() {
        open.goTo(new Place.Pause(), "What to stop");
        var operator = new Operator(open);
        operator.choose("#pause-pool", "Bridge");
        operator.press("#pause-scope-buy");
        operator.write("#pause-reason", "A bridge lost its keys");
        await(() -> !operator.phrases().isEmpty()
                || open.words().stream().anyMatch(words -> words.startsWith("This console only watches.")));
        operator.settleAll();

        open.awaitWords("This console only watches. Hand it on as text or as a file.");
        assertThat(open.lookup("#pause-hold")).isNull();
        assertThat(open.lookup("#pause-copy")).isNotNull();
    }

    @Test
    void theSettingsSayWhyAndOfferNobodyToAdd() throws Exception {
        open.goTo(new Place.Settings(SettingsPart.SIGNERS), "Who may sign");

        open.awaitWords("it was opened without its signers");
        assertThat(open.words()).doesNotContain("Add a signer");
        open.picture("watch-only-settings-light");
        open.wear(Scheme.DARK);
        open.picture("watch-only-settings-dark");
        open.goTo(new Place.Settings(SettingsPart.NOTICES), "Notices of the desktop");
        open.picture("notices-light");
        open.resize(1_100, 700);
        open.picture("notices-1100-light");
        open.resize(1_440, 900);
    }
}
