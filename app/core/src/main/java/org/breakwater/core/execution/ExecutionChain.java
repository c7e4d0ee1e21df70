package org.breakwater.core.execution;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeAnswers;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeHash;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.ChainId;
import org.breakwater.core.value.Hash32;

/// Port: the chain, as somebody needs it who executes Safe transactions. Everything is as of the newest block.
public interface ExecutionChain extends SafeAnswers {

    ChainId chain();

    /// Whether an owner has approved a hash on chain.
    boolean hasApproved(Address safe, Address owner, Hash32 hash) throws ProblemException;

    /// Whether a contract confirms its signature, asked as a Safe of that version asks.
    boolean confirms(SafeDomain safe, SafeHash hash, Address contract, Bytes signature) throws ProblemException;

    /// Tries a call; nothing is kept.
    CallOutcome attempt(Address from, Address to, BigInteger value, Bytes data) throws ProblemException;

    /// How much gas a call takes.
    BigInteger gas(Address from, Address to, Bytes data) throws ProblemException;

    /// How much gas a block has.
    BigInteger blockGas() throws ProblemException;

    FeeHistory fees() throws ProblemException;

    /// How many of an account's transactions are in blocks: the nonce of its next one.
    BigInteger accountNonce(Address account) throws ProblemException;

    /// Hands a signed transaction in.
    ///
    /// @return its hash, computed here
    Hash32 send(Bytes signed) throws ProblemException;

    /// What a block says of a transaction, once one does.
    Optional<OuterReceipt> receipt(Hash32 transaction) throws ProblemException;

    /// Why a transaction that is in a block was not carried out, tried again as of the block before.
    RevertReason reason(Hash32 transaction) throws ProblemException;

    /// The transaction that a Safe executed after so many others: each uses one nonce, from zero. Safes before 1.1.0 do
    /// not say what they executed.
    Optional<ExecutedTransaction> executed(Address safe, BigInteger nonce) throws ProblemException;
}
