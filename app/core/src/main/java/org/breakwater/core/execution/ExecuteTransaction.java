package org.breakwater.core.execution;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.ExecTransaction;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.OwnerSignature;
import org.breakwater.core.safe.SafeHashCase;
import org.breakwater.core.safe.SafeState;
import org.breakwater.core.safe.SafeVersion;
import org.breakwater.core.safe.SignatureRecovery;
import org.breakwater.core.signing.SigningLocks;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Word;

/// Use case: executes a Safe transaction that has its signatures. Everything is read from the chain again and the whole
/// is tried before anything is sent; success means an `ExecutionSuccess` for our hash, not merely a mined transaction.
public final class ExecuteTransaction {

    private final ExecutionChain chain;
    private final SendCall calls;
    private final SigningLocks locks;
    private final ExactSignatures signatures;

    public ExecuteTransaction(ExecutionChain chain, SendCall calls, SigningLocks locks, SignatureRecovery recovery) {
        this.chain = chain;
        this.calls = calls;
        this.locks = locks;
        this.signatures = new ExactSignatures(chain, recovery);
    }

    /// Chooses the signatures and tries the execution.
    ///
    /// @param sender who sends it; an owner who does needs no signature
    /// @throws ProblemException in words why it would not be carried out
    public PreparedCall prepare(SafeHashCase subject, Collection<OwnerSignature> collected, Address sender)
            throws ProblemException {
        locks.requireOpen(subject);
        var safe = subject.domain().safe();
        var state = chain.state(safe);
        requireSame(subject, state);
        requireNext(subject, state);
        var chosen = signatures.choose(subject, state, collected, sender);
        var data = ExecTransaction.encode(subject.transaction(), OwnerSignature.inOwnerOrder(chosen));
        requireCarriedOut(subject, sender, data);
        return calls.prepare(sender, safe, data);
    }

    /// The signatures that count now, in ascending order of their owners: those that were collected and are proven, and
    /// the
    /// approvals that the chain has. An approved hash and a contract's signature are asked of the chain.
    public List<OwnerSignature> counting(SafeHashCase subject, Collection<OwnerSignature> collected)
            throws ProblemException {
        var state = chain.state(subject.domain().safe());
        requireSame(subject, state);
        return signatures.counting(subject, state, collected, Address.ZERO);
    }

    /// Sends what was prepared, if the Safe would still carry it out.
    public SentCall send(SafeHashCase subject, PreparedCall prepared, Fee fee, PayingAccount account)
            throws ProblemException {
        locks.requireOpen(subject);
        requireNext(subject, chain.state(subject.domain().safe()));
        requireCarriedOut(subject, prepared.sender(), prepared.data());
        return calls.send(prepared, fee, account);
    }

    private void requireCarriedOut(SafeHashCase subject, Address sender, Bytes data) throws ProblemException {
        switch (chain.attempt(sender, subject.domain().safe(), BigInteger.ZERO, data)) {
            case CallOutcome.Returned(var value) -> {
                if (value.length() != Word.LENGTH || value.toUnsigned().signum() == 0) {
                    throw new ProblemException(new Problem(
                            "The call in this transaction fails" + innerWords(subject) + ".",
                            "Executed now, it would use up nonce "
                                    + subject.transaction().nonce() + " and do nothing else.",
                            "Find out why it fails before it is executed."));
                }
            }
            case CallOutcome.Reverted(var reason) ->
                throw new ProblemException(new Problem(
                        "The Safe refuses this transaction: "
                                + withInner(subject, reason).words() + ".",
                        "Nothing was sent.",
                        "Find out why before it is executed."));
        }
    }

    private void requireSame(SafeHashCase subject, SafeState state) throws ProblemException {
        var domain = subject.domain();
        if (!domain.chainId().equals(BigInteger.valueOf(chain.chain().number()))
                || SafeVersion.parse(state.version()) != domain.version()) {
            throw new ProblemException(new Problem(
                    "The Safe " + state.address() + " here is of version " + state.version() + " on chain "
                            + chain.chain() + ", and the transaction is for version " + domain.version() + " on chain "
                            + domain.chainId() + ".",
                    "It would hash to something else.",
                    "Have it made again for the Safe as it is."));
        }
        var ours = subject.hash().hash();
        var chains = chain.transactionHash(domain.safe(), subject.transaction());
        if (!chains.equals(ours)) {
            throw new ProblemException(new Problem(
                    "The chain hashes this transaction to " + chains + ", this program to " + ours + ".",
                    "One of the two is not looking at the transaction on the screen.",
                    "Do not execute it; check the network and the Safe's version."));
        }
    }

    private void requireNext(SafeHashCase subject, SafeState state) throws ProblemException {
        var nonce = subject.transaction().nonce();
        var order = nonce.compareTo(state.nonce());
        if (order < 0) {
            throw new ProblemException(taken(subject));
        }
        if (order > 0) {
            throw new ProblemException(Problem.of(
                    "The Safe takes nonce " + state.nonce() + " next, and this transaction has nonce " + nonce + ".",
                    "Execute or reject what is before it first."));
        }
    }

    private Problem taken(SafeHashCase subject) throws ProblemException {
        var hash = subject.hash().hash();
        var conflict = conflict(subject);
        if (conflict.isPresent() && conflict.get().isWonBy(subject)) {
            return Problem.of(
                    hash + " was executed in block " + conflict.get().winner().block() + " already.",
                    "There is nothing more to do.");
        }
        var happened = conflict.map(known -> known.words(hash))
                .orElse("The Safe has used nonce " + subject.transaction().nonce() + ". " + hash
                        + " can never be executed.");
        return new Problem(happened, "", "If it is still wanted, have it made and signed again with a new nonce.");
    }

    private Optional<NonceConflict> conflict(SafeHashCase subject) throws ProblemException {
        var nonce = subject.transaction().nonce();
        return chain.executed(subject.domain().safe(), nonce)
                .map(executed -> NonceConflict.of(subject.domain(), nonce, executed));
    }

    private String innerWords(SafeHashCase subject) throws ProblemException {
        var inner = inner(subject);
        return inner.isPresent() ? ": " + inner.get().words() : "";
    }

    /// Safes up to 1.4.1 say only that the call fails; asked by itself, it says why.
    private RevertReason withInner(SafeHashCase subject, RevertReason reason) throws ProblemException {
        if (!reason.equals(new RevertReason.OfSafe(SafeError.GS013))) {
            return reason;
        }
        return inner(subject)
                .<RevertReason>map(inner -> new RevertReason.Inner(reason, inner))
                .orElse(reason);
    }

    private Optional<RevertReason> inner(SafeHashCase subject) throws ProblemException {
        var call = subject.transaction().inner();
        if (call.operation() != Operation.CALL) {
            return Optional.empty();
        }
        return chain.attempt(subject.domain().safe(), call.to(), call.value(), call.data())
                        instanceof CallOutcome.Reverted(var reason)
                ? Optional.of(reason)
                : Optional.empty();
    }

    /// What has become of an execution by now.
    public ExecutionOutcome outcome(SafeHashCase subject, SentCall sent) throws ProblemException {
        var receipt = calls.receipt(sent);
        if (receipt.isEmpty() && isUsed(subject)) {
            // A block may have come between the two questions, and it may hold ours.
            receipt = calls.receipt(sent);
            var conflict = receipt.isPresent() ? Optional.<NonceConflict>empty() : conflict(subject);
            if (conflict.isPresent()) {
                return new ExecutionOutcome.NonceTaken(conflict.get());
            }
        }
        if (receipt.isPresent()) {
            return mined(subject, receipt.get());
        }
        return calls.isDisplaced(sent) ? new ExecutionOutcome.Displaced() : new ExecutionOutcome.Pending();
    }

    private boolean isUsed(SafeHashCase subject) throws ProblemException {
        return chain.state(subject.domain().safe())
                        .nonce()
                        .compareTo(subject.transaction().nonce())
                > 0;
    }

    private ExecutionOutcome mined(SafeHashCase subject, OuterReceipt receipt) throws ProblemException {
        var ours = new OuterReceipt.Said(subject.domain().safe(), subject.hash().hash());
        if (receipt.accepted() && receipt.succeeded().contains(ours)) {
            return new ExecutionOutcome.Succeeded(receipt.transaction(), receipt.block());
        }
        if (receipt.accepted() && receipt.failed().contains(ours)) {
            return new ExecutionOutcome.InnerFailed(receipt.transaction(), receipt.block());
        }
        if (isUsed(subject)) {
            var conflict = conflict(subject);
            if (conflict.isPresent()) {
                return new ExecutionOutcome.NonceTaken(conflict.get());
            }
        }
        return new ExecutionOutcome.Reverted(
                receipt.transaction(),
                receipt.block(),
                receipt.accepted() ? new RevertReason.Nothing() : chain.reason(receipt.transaction()));
    }

    /// Waits until it is known what became of an execution, or until some time has passed.
    public ExecutionOutcome await(SafeHashCase subject, SentCall sent, Duration patience, Pause pause)
            throws ProblemException {
        var waited = Duration.ZERO;
        var outcome = outcome(subject, sent);
        while (outcome instanceof ExecutionOutcome.Pending && waited.compareTo(patience) < 0) {
            pause.pause(Pause.STEP);
            waited = waited.plus(Pause.STEP);
            outcome = outcome(subject, sent);
        }
        return outcome;
    }
}
