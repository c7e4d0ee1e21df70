package org.breakwater.core.acting;

import java.math.BigInteger;
import java.time.Duration;
import org.breakwater.core.execution.CallOutcome;
import org.breakwater.core.execution.ExecutionChain;
import org.breakwater.core.execution.Fee;
import org.breakwater.core.execution.OuterReceipt;
import org.breakwater.core.execution.Pause;
import org.breakwater.core.execution.PayingAccount;
import org.breakwater.core.execution.PreparedCall;
import org.breakwater.core.execution.SendCall;
import org.breakwater.core.execution.SentCall;
import org.breakwater.core.governor.AccountCall;
import org.breakwater.core.governor.Refusals;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;

/// Use case: an account acts by itself: it votes, delegates, queues, executes, files. Each act is tried on the newest
/// block first, and it counts when the contract has said so in an event; a receipt alone is no success.
public final class AccountActs {

    /// Looks in a row that find the nonce used and no receipt: nodes tell of the nonce before they have the receipt.
    private static final int SURE = 4;

    private final ExecutionChain chain;
    private final SendCall calls;
    private final ReceiptEvents events;

    public AccountActs(ExecutionChain chain, SendCall calls, ReceiptEvents events) {
        this.chain = chain;
        this.calls = calls;
        this.events = events;
    }

    /// Tries the call, and asks what it costs. What is prepared holds the very bytes that are sent.
    ///
    /// @throws ProblemException with the contract's reason in words, where it would be refused
    public PreparedCall prepare(AccountCall call, Address sender) throws ProblemException {
        if (chain.attempt(sender, call.to(), BigInteger.ZERO, call.data())
                instanceof CallOutcome.Reverted(var reason)) {
            throw new ProblemException(new Problem(
                    Refusals.sentence(reason),
                    "Nothing was sent: it was only tried.",
                    "See what changed on this page."));
        }
        return calls.prepare(sender, call.to(), call.data());
    }

    /// Sends what was prepared and nothing else.
    public SentCall send(AccountCall call, PreparedCall prepared, Fee fee, PayingAccount account)
            throws ProblemException {
        if (!prepared.to().equals(call.to()) || !prepared.data().equals(call.data())) {
            throw new IllegalArgumentException("something else was prepared than what is sent");
        }
        return calls.send(prepared, fee, account);
    }

    /// Sends it again with a higher fee.
    public SentCall raise(SentCall sent, PayingAccount account) throws ProblemException {
        return calls.replace(sent, sent.transaction().fee().risen(), account);
    }

    /// Waits until it is known what became of it, or until some time has passed.
    public ActOutcome await(AccountCall call, SentCall sent, Duration patience, Pause pause) throws ProblemException {
        var waited = Duration.ZERO;
        for (int displaced = 0; displaced < SURE; ) {
            var receipt = calls.receipt(sent);
            if (receipt.isPresent()) {
                return outcome(call, receipt.get());
            }
            displaced = calls.isDisplaced(sent) ? displaced + 1 : 0;
            if (waited.compareTo(patience) >= 0) {
                return new ActOutcome.Pending();
            }
            pause.pause(Pause.STEP);
            waited = waited.plus(Pause.STEP);
        }
        return new ActOutcome.Displaced();
    }

    private ActOutcome outcome(AccountCall call, OuterReceipt receipt) throws ProblemException {
        if (!receipt.accepted()) {
            return new ActOutcome.Reverted(
                    receipt.transaction(), receipt.block(), Refusals.sentence(chain.reason(receipt.transaction())));
        }
        return call.counts().isIn(events.of(receipt.transaction()))
                ? new ActOutcome.Counted(receipt.transaction(), receipt.block())
                : new ActOutcome.Silent(
                        receipt.transaction(), receipt.block(), call.counts().name());
    }
}
