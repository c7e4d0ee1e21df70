package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import org.breakwater.core.council.Council.WatchedSafe;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.NonceOrder.Position;
import org.breakwater.core.safe.QueuedTransaction;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.navigation.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Council signers at the window: they review, sign, reject and execute what waits for them.
class SigningTest extends FxTest {

    private OpenConsole open;

    @BeforeEach
    void open() throws ProblemException {
        open = OpenConsole.onTheWorld();
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void whatHasItsSignaturesIsExecutedAndTheNextIsSigned() throws Exception {
        var council = council();
        var next = proposals(Position.NEXT).getFirst();
        review(council, next);
        awaitPrimary("Execute as Council 1…");
        pressPrimary();
        FxTest.await(() -> open.lookup("#action-send") != null);
        open.picture("acting-execute-light");
        press("#action-send");
        open.awaitWords("Executed with nonce");
        assertThat(council().setup().nonce())
                .isEqualTo(council.setup().nonce().add(BigInteger.ONE));
        open.picture("acting-executed-light");

        var waiting = proposals(Position.NEXT).stream()
                .filter(each -> !each.served().words().isEmpty())
                .toList();
        var another = waiting.getFirst();
        System.out.println(waiting.size() + " " + another.served().words() + " " + another.signers().size());
        review(council, another);
        System.out.println(open.text("#review-title") + " | " + open.text("#review-stand") + open.words());
        open.picture("acting-next-light");
    }

    private WatchedSafe council() throws ProblemException {
        return open.council().safes().getFirst();
    }

    private List<QueuedTransaction> proposals(Position position) throws ProblemException {
        return council().waiting().stream()
                .filter(slot -> slot.position() == position)
                .flatMap(slot -> slot.proposals().stream())
                .toList();
    }

    private void review(WatchedSafe safe, QueuedTransaction transaction) {
        open.go(new Place.SafeTransaction(
                safe.address(), transaction.hash().hash()));
        FxTest.await(() -> open.lookup("#review-stand") != null);
    }

    private void actAs(Address person) {
        var menu = (MenuButton) open.lookup("#act-as");
        FxTest.doOnFx(() -> menu.getItems().stream()
                .filter(item -> ("act-as-" + person).equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
    }

    private void awaitPrimary(String words) {
        FxTest.await(() -> words.equals(open.text("#action-primary")));
    }

    private void pressPrimary() {
        press("#action-primary");
    }

    private void press(String selector) {
        FxTest.doOnFx(() -> ((ButtonBase) open.scene().lookup(selector)).fire());
    }

    private void settle() {
        FxTest.doOnFx(() -> {
            for (var node : open.scene().getRoot().lookupAll(".field-input")) {
                System.out.println(node.getId() + " " + ((TextField) node).getAccessibleHelp());
            }
        });
        Clipboard.getSystemClipboard();
    }
}
