package org.breakwater.desktop.feature.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Predicate;
import javafx.event.ActionEvent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeTxHash;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.safe.ServedTransaction;
import org.breakwater.core.value.Hash32;
import org.breakwater.desktop.boot.OpenConsole;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.theme.Appearance.Scheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a signer sees of a transaction of the world before signing it.
class ReviewScreenTest extends FxTest {

    private static OpenConsole open;

    @BeforeAll
    @SuppressWarnings("NullAway.Init") // JUnit calls it before anything else
    static void open() throws ProblemException {
        open = OpenConsole.onTheWorld(PayrollInQueue::add);
    }

    @AfterAll
    static void close() {
        open.close();
    }

    private static ServedTransaction waiting(Predicate<ServedTransaction> which) {
        return open.waiting().stream().filter(which).findFirst().orElseThrow();
    }

    private static void review(ServedTransaction served) {
        open.goTo(new Place.SafeTransaction(served.safe(), served.statedHash()), "Checks");
    }

    private static boolean isHostile(ServedTransaction served) {
        return served.transaction().operation() == Operation.DELEGATE_CALL;
    }

    @Test
    void theHostileTransactionCannotBeSignedAndSaysWhatItsBytesDo() throws Exception {
        review(waiting(ReviewScreenTest::isHostile));

        assertThat(open.text("#review-verdict")).isEqualTo("Blocked");
        assertThat(open.text("#review-stand")).contains("no override");
        assertThat(open.words()).anyMatch(words -> words.contains("Do not sign this"));
        assertThat(open.words()).contains("If you see this hash on a device, refuse");
        open.picture("review-blocked-light");
        open.wear(Scheme.DARK);
        open.picture("review-blocked-dark");
        open.wear(Scheme.LIGHT);
    }

    @Test
    void anEverydayTransactionIsReadFromItsBytesAndNothingStandsAgainstIt() throws Exception {
        var served = waiting(
                each -> !isHostile(each) && each.safe().equals(open.network().council()));
        review(served);

        assertThat(open.text("#review-title")).startsWith("Move 65,000.00");
        assertThat(open.text("#review-verdict")).isEqualTo("Nothing against it");
        FxTest.await(() -> open.text("#review-risk").contains("within a year"), () -> open.text("#review-risk"));
        open.picture("review-passed-light");
        open.fire("Fields");
        open.awaitWords("refundReceiver");
        open.picture("review-fields-light");
        assertThat(top(".review-heading"))
                .as("long content scrolls and leaves the heading where it is")
                .isGreaterThanOrEqualTo(top(".state-pane"));
        open.fire("Bytes");
        open.awaitWords("offset, raw, meaning");
        open.wear(Scheme.DARK);
        open.picture("review-bytes-dark");
        open.wear(Scheme.LIGHT);
        open.fire("Sentence");
    }

    private static double top(String selector) {
        return onFx(
                () -> open.scene().getRoot().lookup(selector).localToScene(0, 0).getY());
    }

    @Test
    void theHashesAreThoseThatTheFieldsHaveHere() {
        var served = waiting(each -> each.safe().equals(open.network().council()));
        var hash = SafeTxHash.of(
                new SafeDomain(SafeVersion.V1_4_1, open.network().node().chain(), served.safe()), served.transaction());

        review(served);

        assertThat(hash.hash()).isEqualTo(served.statedHash());
        assertThat(open.words()).contains("two routes and the chain agree");
    }

    @Test
    void twoThatFightForANonceNameEachOther() throws Exception {
        review(waiting(each -> open.waiting().stream()
                        .filter(other -> other.safe().equals(each.safe())
                                && other.transaction()
                                        .nonce()
                                        .equals(each.transaction().nonce()))
                        .count()
                > 1));

        assertThat(open.text("#review-verdict")).isEqualTo("Held");
        open.picture("review-held-light");
        open.wear(Scheme.DARK);
        open.picture("review-held-dark");
        open.wear(Scheme.LIGHT);
        assertThat(open.words()).anyMatch(words -> words.startsWith("Review the other nonce"));
    }

    @Test
    void whatWasSaidStandsBesideWhatTheBytesDoAndHidesNothing() {
        review(waiting(each -> each.transaction().nonce().intValueExact() == PayrollInQueue.NONCE));

        assertThat(open.words())
                .contains("Said by others", "Computed here from the bytes", "1, delegate call")
                .contains("“" + PayrollInQueue.SAID.replace('\u202E', '\ufffd') + "”");
    }

    @Test
    void anotherHashOnASecondMachineBlocksAtOnceAndTheSameOnePasses() throws Exception {
        var served = waiting(
                each -> !isHostile(each) && each.safe().equals(open.network().council()));
        review(served);
        var own = served.statedHash().toString();

        type(own.substring(0, 10));
        open.awaitWords("8 of 64 digits");
        enter();
        open.awaitWords("Type all 64 digits; these are 8.");
        type(own.substring(0, 62) + "0000");
        open.awaitWords("Another hash. One of the two machines does not look at what is");
        await(() -> open.text("#review-verdict").equals("Blocked"));
        open.awaitWords("one of the two is not looking at what is signed");
        assertThat(open.text("#review-stand")).contains("no override");
        scrollToEnd();
        open.picture("review-second-machine-light");
        open.wear(Scheme.DARK);
        open.picture("review-second-machine-dark");
        open.wear(Scheme.LIGHT);

        type("0x " + own.substring(2, 34) + "\u00A0" + own.substring(34));
        await(() -> open.text("#review-verdict").equals("Nothing against it"));
        open.awaitWords("The same as the safeTxHash above.");
    }

    private static TextField secondMachine() {
        return (TextField) open.lookup("#review-second-machine");
    }

    private static void type(String typed) {
        doOnFx(() -> secondMachine().setText(typed));
    }

    private static void enter() {
        doOnFx(() -> secondMachine().fireEvent(new ActionEvent()));
    }

    private static void scrollToEnd() {
        doOnFx(() -> ((ScrollPane) open.scene().lookup(".review-side")).setVvalue(1));
    }

    @Test
    void aHashThatNobodyKnowsSaysSo() {
        open.goTo(new Place.SafeTransaction(open.network().council(), Hash32.ZERO), "Show the Safes");

        assertThat(open.words()).anyMatch(words -> words.startsWith("No transaction of that hash"));
    }

    @Test
    void aBatchIsAPictureAndALookAlikeStandsBesideWhatItImitates() throws Exception {
        review(waiting(each -> each.transaction().nonce().intValueExact() == PayrollInQueue.NONCE));

        assertThat(open.text("#review-verdict")).isEqualTo("Blocked");
        assertThat(open.words()).contains("in this call", "Pay 1\u00A0ETH to Council 1");
        assertThat(open.words()).contains("24,000.00", "Owners, threshold, modules, guard", "unchanged");
        open.picture("review-batch-light");
        open.wear(Scheme.DARK);
        open.picture("review-batch-dark");
        open.wear(Scheme.LIGHT);
        open.resize(1_100, 700);
        open.picture("review-batch-small");
        open.resize(1_440, 900);
    }

    @Test
    void itFitsASmallWindow() throws Exception {
        open.resize(1_100, 700);
        review(waiting(ReviewScreenTest::isHostile));
        open.picture("review-blocked-small");
        open.resize(1_440, 900);
        assertThat(open.text("#review-verdict")).isEqualTo("Blocked");
    }
}
