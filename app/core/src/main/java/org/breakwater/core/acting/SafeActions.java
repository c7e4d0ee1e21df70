package org.breakwater.core.acting;

import org.breakwater.core.council.Council.WatchedSafe;
import org.breakwater.core.exchange.SharedTransaction;
import org.breakwater.core.exchange.SharedTransactionReader;
import org.breakwater.core.exchange.SharedTransactions;
import org.breakwater.core.execution.ApproveHash;
import org.breakwater.core.execution.ExecuteTransaction;
import org.breakwater.core.execution.Pause;
import org.breakwater.core.execution.SendCall;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.policy.ChangePolicy;
import org.breakwater.core.safe.QueuedTransaction;
import org.breakwater.core.safe.SafeHashCase;
import org.breakwater.core.safe.SignatureRecovery;

/// What can be done with Safe transactions on one network from this machine.
///
/// @param people who can do it
/// @param keyring the keys and programs of this machine's own, with which some of them do
/// @param sign has somebody sign
/// @param messages reads what is to be said in a Safe's name, and has it signed
/// @param share keeps and hands on
/// @param execute carries out what has its signatures
/// @param approve approves on chain instead of signing
/// @param calls sends again with a higher fee what does not get into a block
/// @param kept what this machine knows by itself
/// @param reader of what comes by file or as text
/// @param pause between two looks at the chain
/// @param policy what the person allows, and the way to change it
/// @param dao what accounts do by themselves, without a Safe
public record SafeActions(
        People people,
        Keyring keyring,
        GiveSignature sign,
        SafeMessages messages,
        ShareTransaction share,
        ExecuteTransaction execute,
        ApproveHash approve,
        SendCall calls,
        SharedTransactions kept,
        SharedTransactionReader reader,
        SignatureRecovery recovery,
        Pause pause,
        ChangePolicy policy,
        DaoActions dao) {

    /// A transaction with every owner's signature that is known, to be handed on.
    public SharedTransaction shared(WatchedSafe safe, QueuedTransaction queued) throws ProblemException {
        return SharedTransaction.of(
                new SafeHashCase(safe.domain(), queued.transaction()),
                queued.ownerSignatures(),
                safe.setup().owners(),
                recovery);
    }
}
