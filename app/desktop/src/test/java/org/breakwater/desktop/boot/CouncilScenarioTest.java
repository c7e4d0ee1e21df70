package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.breakwater.core.council.Council.WatchedSafe;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.navigation.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A council's work from the first word to the chain, at the window: composed, reviewed, signed by four, executed.
class CouncilScenarioTest extends FxTest {

    @TempDir
    private Path otherMachine;

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
    void aParameterChangesAfterItsDelayAndOneSignatureCameByFile() throws Exception {
        var inForce = incidentCap();
        compose("propose a change", "Call 1: propose a change");
        operator.choose("#compose-parameter", "Incident cap");
        operator.choose("#compose-scope", "Bridge");
        var wanted = inForce.add(BigInteger.valueOf(100));
        operator.write("#compose-value", new BigDecimal(wanted, 2).toPlainString());
        operator.write("#compose-reason", "Bridges have more capital than before");
        var proposal = operator.continueToReview();
        var signers = owners().subList(0, 4);
        signElsewhere(proposal, signers.get(0));
        signers.subList(1, 4).forEach(operator::signAs);
        open.picture("scenario-parameter-light");
        operator.execute(signers.get(3));
        assertThat(incidentCap()).as("it waits for its delay").isEqualTo(inForce);

        open.network().time().moveAhead(Duration.ofDays(4));
        compose("execute a change", "Call 1: execute a change");
        operator.chooseLast("#compose-change");
        operator.continueToReview();
        signers.forEach(operator::signAs);
        operator.execute(signers.get(0));

        FxTest.await(() -> incidentCap().equals(wanted));
    }

    @Test
    void aBatchIsExecutedAsOne() throws Exception {
        var before = dailyDrain();
        compose("tighten", "Call 1: tighten now");
        operator.choose("#compose-parameter", "Drain limit 24 h");
        operator.choose("#compose-scope", "Bridge");
        var wanted = before.subtract(BigInteger.valueOf(50));
        operator.write("#compose-value", new BigDecimal(wanted, 2).toPlainString());
        operator.write("#compose-reason", "Slower until the incident is over");
        add("suspend", "Call 2: suspend a subject");
        operator.chooseLast("#compose-subject");
        operator.write("#compose-reason", "Its contracts were changed without notice");
        operator.continueToReview();
        var signers = owners().subList(0, 4);
        signers.forEach(operator::signAs);
        operator.execute(signers.get(1));

        FxTest.await(() -> dailyDrain().equals(wanted));
    }

    @Test
    void aSafeBecomesAnOwnerAndItsOwnersApproveThroughIt() throws Exception {
        var guardian = guardian().address();
        rejectWhatWaitsForTheGuardians();
        compose("add an owner", "Call 1: add an owner");
        operator.write("#compose-new-owner", guardian.toString());
        operator.write("#compose-threshold", "4");
        operator.continueToReview();
        var signers = owners().subList(0, 4);
        signers.forEach(operator::signAs);
        operator.execute(signers.get(2));
        FxTest.await(() -> owners().contains(guardian));

        compose("suspend", "Call 1: suspend a subject");
        operator.chooseLast("#compose-subject");
        operator.write("#compose-reason", "Its contracts were changed without notice");
        var parent = operator.continueToReview();
        signers.subList(0, 3).forEach(operator::signAs);
        operator.fire("#action-more", "action-approve-as-guardian");
        FxTest.await(() -> open.console().router().current().get() instanceof Place.SafeTransaction there
                && there.safe().equals(guardian));
        operator.awaitNode("#review-stand");
        open.picture("scenario-nested-light");
        var guardians = guardian().setup().owners().subList(0, 2);
        guardians.forEach(operator::signAs);
        operator.execute(guardians.get(0));

        open.go(parent);
        operator.awaitNode("#review-stand");
        operator.execute(signers.get(0));
    }

    /// So that the next transaction of their Safe has its turn at once.
    private void rejectWhatWaitsForTheGuardians() {
        var guardians = guardian().setup().owners().subList(0, 2);
        for (var slot : guardian().waiting()) {
            var unwanted = new Place.SafeTransaction(
                    guardian().address(), slot.proposals().getFirst().hash().hash());
            open.go(unwanted);
            operator.press("#action-reject");
            FxTest.await(() -> !open.console().router().current().get().equals(unwanted));
            operator.awaitNode("#review-stand");
            guardians.forEach(operator::signAs);
            operator.execute(guardians.getFirst());
        }
    }

    private static String copied() {
        return FxTest.onFx(() -> Clipboard.getSystemClipboard().getString());
    }

    private BigInteger dailyDrain() {
        return open.known().view().parameterBook().get(ParameterKey.DRAIN_LIMIT_24H, ParameterScope.pool(2));
    }

    private WatchedSafe guardian() {
        try {
            return open.council().safes().get(1);
        } catch (ProblemException unread) {
            throw new AssertionError(unread);
        }
    }

    /// Adds a call to the transaction that is being written.
    private void add(String template, String title) {
        operator.character("/");
        operator.writeWhereTheFocusIs(template);
        operator.key(KeyCode.ENTER, false);
        open.awaitWords(title);
    }

    private BigInteger incidentCap() {
        return open.known().view().parameterBook().get(ParameterKey.INCIDENT_CAP, ParameterScope.pool(2));
    }

    private WatchedSafe council() {
        try {
            return open.council().safes().getFirst();
        } catch (ProblemException unread) {
            throw new AssertionError(unread);
        }
    }

    private List<Address> owners() {
        return council().setup().owners();
    }

    /// Begins a transaction with the next nonce of the council's Safe.
    private void compose(String template, String title) {
        open.go(new Place.Council());
        open.go(Place.Composition.anew());
        open.awaitWords("Choose a template");
        add(template, title);
        operator.write("#compose-nonce", council().setup().nonce().toString());
    }

    /// Hands the transaction to another machine as text, has it signed there, and takes the text in again.
    private void signElsewhere(Place.SafeTransaction transaction, Address signer) {
        operator.fire("#action-more", "action-copy");
        open.awaitWords("Handed on as text");
        var there = OpenConsole.onTheSame(open.network(), otherMachine);
        try {
            var other = new Operator(there);
            other.takeIn(copied());
            other.awaitNode("#review-stand");
            other.signAs(signer);
            other.fire("#action-more", "action-copy");
            there.awaitWords("Handed on as text");
        } finally {
            there.closeWindow();
        }
        operator.takeIn(copied());
        operator.awaitNode("#review-stand");
        open.awaitWords("1 of 4");
        assertThat(open.console().router().current().get()).isEqualTo(transaction);
    }
}
