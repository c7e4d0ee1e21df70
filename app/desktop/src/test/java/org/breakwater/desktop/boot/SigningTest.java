package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.TextArea;
import org.breakwater.adapters.localnet.world.AnvilRpc;
import org.breakwater.core.council.Council.WatchedSafe;
import org.breakwater.core.exchange.Reason;
import org.breakwater.core.exchange.SharedTransaction;
import org.breakwater.core.exchange.SharedTransactionFormat;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.NonceOrder;
import org.breakwater.core.safe.NonceOrder.Position;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.QueuedTransaction;
import org.breakwater.core.safe.SafeHashCase;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.feature.guide.SafetySheet;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.theme.Appearance.Scheme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Council signers at the window: they review, sign, reject and execute what waits for them.
class SigningTest extends FxTest {

    private OpenConsole open;
    private Operator operator;

    @BeforeEach
    void open() throws ProblemException {
        open = OpenConsole.onTheWorld();
        operator = new Operator(open);
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void whatHasItsSignaturesIsExecutedAndWhatLacksOneIsSignedByWhoMay() throws Exception {
        var first = next();
        review(first);
        operator.awaitPrimary("Execute as Council 1…");
        operator.press("#action-primary");
        operator.awaitNode("#action-send");
        open.picture("acting-execute-light");
        operator.press("#action-send");
        open.awaitWords("Executed with nonce");
        assertThat(council().setup().nonce())
                .isEqualTo(first.transaction().nonce().add(BigInteger.ONE));
        open.picture("acting-executed-light");

        var second = next();
        var missing = council().setup().threshold() - second.signers().size();
        var signers = council().setup().owners().stream()
                .filter(owner -> !second.signers().contains(owner))
                .limit(missing)
                .toList();
        review(second);
        for (var signer : signers) {
            operator.signAs(signer);
        }
        open.awaitWords("Act as " + operator.name(signers.getLast()));
        operator.awaitPrimary("Execute as " + operator.name(signers.getLast()) + "…");
        assertThat(signaturesOf(second))
                .as("the service has every signature")
                .hasSize(council().setup().threshold());
        open.wear(Scheme.DARK);
        open.picture("acting-signed-dark");
    }

    @Test
    void whoHasNotReadTheSignersPageReadsItBeforeTheFirstSignature() throws Exception {
        var settings = open.console().settings();
        FxTest.doOnFx(() -> settings.prefer(old -> old.having(SafetySheet.VERSION - 1)));
        var wanted = next();
        review(wanted);
        operator.awaitPrimary("Execute as Council 1…");

        operator.press("#action-primary");
        operator.awaitNode("#before-you-sign");
        open.picture("before-you-sign-light");
        open.fire("Not now");
        assertThat(open.lookup("#before-you-sign")).isNull();
        assertThat(open.lookup("#action-send")).isNull();

        operator.press("#action-primary");
        operator.awaitNode("#before-you-sign");
        open.fire("I have read it");
        operator.awaitNode("#action-send");
        assertThat(settings.preferences().get().safetyRead()).isEqualTo(SafetySheet.VERSION);
        open.fire("Cancel");

        operator.press("#action-primary");
        operator.awaitNode("#action-send");
        assertThat(open.lookup("#before-you-sign")).as("it is asked once").isNull();
    }

    @Test
    void whoWaitsForAnApprovalMayStopWaitingAndItCountsAllTheSame() throws Exception {
        var rpc = new AnvilRpc(open.network().node().address());
        var wanted = council().waiting().stream()
                .filter(slot -> slot.position() == Position.WAITING)
                .flatMap(slot -> slot.proposals().stream())
                .findFirst()
                .orElseThrow();
        var owner = council().setup().owners().stream()
                .filter(each -> !wanted.signers().contains(each))
                .findFirst()
                .orElseThrow();
        review(wanted);
        operator.actAs(owner);
        operator.awaitPrimary("Sign as " + operator.name(owner) + "…");
        rpc.ask("evm_setAutomine", false);
        operator.fire("#action-more", "action-approve");
        operator.awaitNode("#action-send");
        operator.press("#action-send");
        operator.awaitNode("#action-stop-waiting");
        open.picture("acting-waiting-light");
        operator.press("#action-stop-waiting");

        open.awaitWords("You wait no longer for the approval.");
        rpc.ask("anvil_mine", 1);
        open.awaitWords(operator.name(owner) + " has signed");
    }

    @Test
    void aRejectionTakesTheNonceOfWhatItRejects() throws Exception {
        var unwanted = next();
        review(unwanted);
        operator.press("#action-reject");
        FxTest.await(() -> open.text("#review-title").contains("nothing")
                || open.text("#review-title").contains("empty")
                || open.text("#review-title").contains("Reject"));
        for (var signer :
                council().setup().owners().subList(0, council().setup().threshold())) {
            operator.signAs(signer);
        }
        operator.awaitPrimary("Execute as "
                + operator.name(council().setup().owners().get(council().setup().threshold() - 1)) + "…");
        open.picture("acting-reject-light");
        operator.press("#action-primary");
        operator.awaitNode("#action-send");
        operator.press("#action-send");
        open.awaitWords("Executed with nonce");

        open.go(new Place.SafeTransaction(council().address(), unwanted.hash().hash()));
        open.awaitWords("used up");
        assertThat(open.text("#action-primary")).doesNotStartWith("Execute");
    }

    @Test
    void whatIsHandedOnAsTextIsVerifiedAndTakenIn() throws Exception {
        var subject = new SafeHashCase(
                council().domain(),
                SafeTransaction.rejection(council().address(), council().queue().free()));
        var handedOn = SharedTransaction.unsigned(subject).because(new Reason("Council 3", "Keep the order"));
        var text = SharedTransactionFormat.text(handedOn);
        open.goTo(new Place.Council(), "Council Safe");

        operator.takeIn(damaged(text));
        FxTest.await(() -> open.scene().lookup(".take-in .banner") != null);
        open.picture("acting-take-in-refused-light");
        operator.write("#take-in-text", text);
        awaitANewBlock();
        assertThat(((TextArea) open.lookup("#take-in-text")).getText())
                .as("what was pasted outlives a new block")
                .isEqualTo(text);
        operator.press("#take-in-paste");

        open.awaitWords("Use up the nonce and do nothing else");
        operator.awaitPrimary("Sign as Council 1…");
        assertThat(open.words()).contains("“Keep the order”");
    }

    private void awaitANewBlock() throws ProblemException {
        var before = open.known().block().number();
        open.network().time().moveAhead(Duration.ofMinutes(1));
        FxTest.await(() -> open.known().block().number() > before);
    }

    /// With another character in the middle.
    private static String damaged(String text) {
        var middle = text.length() / 2;
        var other = text.charAt(middle) == 'x' ? 'y' : 'x';
        return text.substring(0, middle) + other + text.substring(middle + 1);
    }

    @Test
    void whatIsHeldIsSignedByWhoTypesWhatItIs() throws Exception {
        review(contested());
        operator.awaitPrimary("Settle it…");
        operator.press("#action-primary");
        operator.awaitNode("#settle-FW39");
        open.picture("acting-settle-light");

        operator.enter("#settle-FW39", "yes");
        open.awaitWords("Not that. Type: rival nonce");
        assertThat(open.lookup("#action-sign")).isNull();
        operator.enter("#settle-FW39", "rival nonce");

        operator.awaitNode("#action-sign");
        open.picture("acting-sign-light");
        operator.press("#action-sign");
        open.awaitWords("Council 1 has signed.");
    }

    @Test
    void whatBlocksEndsByThePolicyAloneAndNotNow() throws Exception {
        review(hostile());
        assertThat(open.scene().lookup("#action-primary"))
                .as("there is nothing to press")
                .isNull();
        operator.press("#action-policy");
        operator.awaitNode("#allow-phrase");
        open.picture("acting-policy-light");
        var contract = hostile().transaction().to().toString();
        operator.write("#allow-phrase", "allow " + contract.substring(contract.length() - 6));
        operator.write("#allow-why", "Read by the auditors");
        operator.press("#allow-write");

        open.awaitWords("It counts from 22 Nov 2026");
        assertThat(open.text("#review-stand")).contains("There is no override");
        assertThat(open.scene().lookup("#action-primary")).isNull();
    }

    private QueuedTransaction hostile() throws ProblemException {
        return council().waiting().stream()
                .flatMap(slot -> slot.proposals().stream())
                .filter(each -> each.transaction().operation() == Operation.DELEGATE_CALL)
                .findFirst()
                .orElseThrow();
    }

    /// One of two that want the same nonce, not yet signed by the first owner.
    private QueuedTransaction contested() throws ProblemException {
        return council().waiting().stream()
                .filter(NonceOrder.Slot::isContested)
                .flatMap(slot -> slot.proposals().stream())
                .filter(each -> each.signers().stream().map(operator::name).noneMatch("Council 1"::equals))
                .findFirst()
                .orElseThrow();
    }

    private QueuedTransaction next() throws ProblemException {
        return council().waiting().stream()
                .filter(slot -> slot.position() == Position.NEXT)
                .flatMap(slot -> slot.proposals().stream())
                .findFirst()
                .orElseThrow();
    }

    private List<Address> signaturesOf(QueuedTransaction transaction) throws ProblemException {
        return council().waiting().stream()
                .flatMap(slot -> slot.proposals().stream())
                .filter(each -> each.hash().equals(transaction.hash()))
                .findFirst()
                .orElseThrow()
                .signers();
    }

    private WatchedSafe council() throws ProblemException {
        return open.council().safes().getFirst();
    }

    private void review(QueuedTransaction transaction) throws ProblemException {
        open.go(new Place.SafeTransaction(
                council().address(), transaction.hash().hash()));
        operator.awaitNode("#review-stand");
    }
}
