package org.breakwater.core.service;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.safe.SafeCall;
import org.breakwater.core.safe.ServedMessage;
import org.breakwater.core.safe.ServedTransaction;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.ChainId;
import org.breakwater.core.value.Hash32;

/// Port: a Safe Transaction Service, which keeps proposals and signatures for the owners of Safes. Nothing of what it
/// says is trusted: {@link ReadServedQueue} judges it. Blocking.
public interface TransactionService {

    /// Its name, without secrets.
    String name();

    ServiceInfo about() throws ServiceException;

    /// The chain that its node is on.
    ChainId chain() throws ServiceException;

    IndexingState indexing() throws ServiceException;

    List<Singleton> singletons() throws ServiceException;

    ServedSafe safe(Address safe) throws ServiceException;

    SafeCreation creation(Address safe) throws ServiceException;

    /// Safes of which it says that somebody is an owner.
    Listed<ServedSafe> safesOf(Address owner) throws ServiceException;

    /// Safes of which it says that a module is enabled in them.
    Listed<ServedSafe> safesWith(Address module) throws ServiceException;

    /// Transactions that it says are not executed, by nonce, the ones that it hides apart.
    ///
    /// @param from the lowest nonce
    ToldQueue queue(Address safe, BigInteger from) throws ServiceException;

    /// Transactions that it says are executed, the newest first.
    ///
    /// @param most so many are read at the most
    Listed<ServedTransaction> executed(Address safe, int most) throws ServiceException;

    ServedTransaction transaction(Hash32 safeTxHash) throws ServiceException;

    Listed<ServedTransaction.Confirmation> confirmations(Hash32 safeTxHash) throws ServiceException;

    void propose(SafeProposal proposal) throws ServiceException;

    /// Adds signatures, one or several in a row.
    void confirm(Hash32 safeTxHash, Bytes signatures) throws ServiceException;

    /// Has a transaction deleted. Signatures over it stay valid for good.
    ///
    /// @param signature the proposer's over {@link ServiceSignature#deletion}
    void delete(Hash32 safeTxHash, Bytes signature) throws ServiceException;

    /// What it thinks that a call needs as `safeTxGas`.
    BigInteger estimate(Address safe, SafeCall call) throws ServiceException;

    /// What modules had a Safe do, the newest first.
    Listed<ModuleExecution> moduleExecutions(Address safe, int most) throws ServiceException;

    /// Transfers to and from a Safe, the newest first.
    Listed<Movement> movements(Address safe, int most) throws ServiceException;

    /// Transfers to a Safe, the newest first.
    Listed<Movement> incoming(Address safe, int most) throws ServiceException;

    Listed<ServedBalance> balances(Address safe) throws ServiceException;

    /// Delegates for a Safe.
    Listed<ServedDelegate> delegates(Address safe) throws ServiceException;

    /// Names a delegate, or changes the label and the expiry.
    ///
    /// @param signature the delegator's over {@link ServiceSignature#delegate}
    void addDelegate(ServedDelegate delegate, Bytes signature) throws ServiceException;

    /// @param safe empty for the name that counts for every Safe
    /// @param signature the delegator's or the delegate's over {@link ServiceSignature#delegate}
    void removeDelegate(Optional<Address> safe, Address delegate, Address delegator, Bytes signature)
            throws ServiceException;

    Listed<ServedMessage> messages(Address safe) throws ServiceException;

    ServedMessage message(Hash32 safeMessageHash) throws ServiceException;

    /// Hands in a message with its first signature.
    void addMessage(Address safe, ServedMessage.Content content, Bytes signature, String origin)
            throws ServiceException;

    void confirmMessage(Hash32 safeMessageHash, Bytes signature) throws ServiceException;

    ServedToken token(Address token) throws ServiceException;

    ServedContract contract(Address contract) throws ServiceException;
}
