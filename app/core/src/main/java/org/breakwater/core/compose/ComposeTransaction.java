package org.breakwater.core.compose;

import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.council.Council.WatchedSafe;
import org.breakwater.core.exchange.Reason;
import org.breakwater.core.exchange.SharedTransaction;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.MultiSend;
import org.breakwater.core.safe.MultiSendContract;
import org.breakwater.core.safe.Operation;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.safe.SafeHashCase;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.value.Address;

/// Use case: makes one Safe transaction of calls. One call is made directly, several through the published
/// MultiSendCallOnly of the Safe's version, so that either all of them happen or none. Gas fields stay zero: nobody is
/// refunded, and a call that fails keeps the nonce.
public final class ComposeTransaction {

    private ComposeTransaction() {}

    /// The transaction.
    ///
    /// @throws ProblemException where the calls cannot be made together, or not with that nonce
    public static SafeTransaction of(WatchedSafe safe, List<SafeCall> calls, BigInteger nonce) throws ProblemException {
        if (calls.isEmpty()) {
            throw new ProblemException(Problem.of("There is no call yet.", "Choose a template."));
        }
        if (nonce.compareTo(safe.setup().nonce()) < 0) {
            throw new ProblemException(Problem.of(
                    "The Safe has used nonce " + nonce + " already.",
                    "The next one is " + safe.setup().nonce() + "."));
        }
        return SafeTransaction.of(calls.size() == 1 ? calls.getFirst() : batch(safe, calls), nonce);
    }

    private static SafeCall batch(WatchedSafe safe, List<SafeCall> calls) throws ProblemException {
        if (calls.size() > MultiSend.MOST_CALLS) {
            throw new ProblemException(Problem.of(
                    "A batch has at most " + MultiSend.MOST_CALLS + " calls.", "Make two transactions of them."));
        }
        var contract = contract(safe);
        if (contract.isEmpty()) {
            throw new ProblemException(new Problem(
                    "A Safe of version " + safe.domain().version() + " has no contract for batches of calls.",
                    "A batch through another contract could run foreign code as the Safe.",
                    "Make one transaction of each call."));
        }
        var data = MultiSend.pack(calls);
        if (data.length() > SafeHashCase.MOST_DATA) {
            throw new ProblemException(Problem.of(
                    "The calls have more than " + SafeHashCase.MOST_DATA + " bytes together.",
                    "Make two transactions of them."));
        }
        return new SafeCall(Operation.DELEGATE_CALL, contract.get(), BigInteger.ZERO, data);
    }

    /// The contract that makes the calls of a batch.
    public static Optional<Address> contract(WatchedSafe safe) {
        return MultiSendContract.callOnly(safe.domain().version());
    }

    /// The transaction as it is kept for review: unsigned, with the words whose hashes it puts on chain.
    ///
    /// @param by who wrote it, as they call themselves
    public static SharedTransaction shared(
            WatchedSafe safe, SafeTransaction transaction, String by, Collection<String> words)
            throws ProblemException {
        var shared = SharedTransaction.unsigned(new SafeHashCase(safe.domain(), transaction));
        for (var reason :
                words.stream().distinct().limit(SharedTransaction.MOST_REASONS).toList()) {
            try {
                shared = shared.because(new Reason(by, reason));
            } catch (IllegalArgumentException unseen) {
                throw new ProblemException(
                        Problem.of("A reason cannot be kept: " + unseen.getMessage() + ".", "Write it anew."), unseen);
            }
        }
        return shared;
    }
}
