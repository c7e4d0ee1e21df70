package org.breakwater.core.review.chain;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.decoding.Decoding;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.proof.BlockHeader;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.ChainId;
import org.breakwater.core.value.Hash32;

/// Port: what a review asks of a chain, all of it as of one block. Blocking; each question may fail on its own, and a
/// check that needs it then says that it could not run.
public interface ReviewChain {

    ChainId chain();

    BlockRef block();

    /// The runtime code, empty where there is none.
    Bytes code(Address account) throws ProblemException;

    /// How many transactions an account has sent, or contracts a contract has created.
    BigInteger transactions(Address account) throws ProblemException;

    /// wei
    BigInteger balance(Address account) throws ProblemException;

    Hash32 storage(Address account, Hash32 slot) throws ProblemException;

    /// The header of the block, from which its hash can be computed.
    Decoding<BlockHeader> header() throws ProblemException;

    /// A proof of an account and of words of its storage against the block's state.
    ProofAnswer proof(Address account, List<Hash32> slots) throws ProblemException;

    /// What a function answers (`eth_call`); empty where it reverts.
    Optional<Bytes> call(Address contract, Bytes calldata) throws ProblemException;

    /// Runs a call without keeping what it does.
    Simulation simulate(SimulatedCall call) throws ProblemException;

    /// What contracts answer before and after a call that is run without being kept, all in one block.
    List<Compared> compare(SimulatedCall call, List<Question> questions) throws ProblemException;

    /// The runtime code that an account had at a moment, empty where there was none; nothing where the node has dropped
    /// the state of so old a block.
    Optional<Bytes> code(Address account, Instant moment) throws ProblemException;

    /// When an account got its code; nothing where the node has dropped the state of so old a block.
    Optional<Instant> codeSince(Address contract) throws ProblemException;

    /// When the chain began.
    Instant began() throws ProblemException;

    /// The times at which a proxy announced another implementation (`Upgraded(address)` of ERC-1967), oldest first.
    List<Instant> upgrades(Address proxy) throws ProblemException;
}
