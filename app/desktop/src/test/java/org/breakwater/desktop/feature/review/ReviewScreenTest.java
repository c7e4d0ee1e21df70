package org.breakwater.desktop.feature.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Predicate;
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
