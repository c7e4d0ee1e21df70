package org.breakwater.core.execution;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// Use case: calls a contract from an account: tries it, offers fees, sends it, and sends it again with a higher fee.
public final class SendCall {

    /// A fifth above what a call took when it was tried.
    private static final BigInteger SIX = BigInteger.valueOf(6);

    private static final BigInteger FIVE = BigInteger.valueOf(5);

    private final ExecutionChain chain;
    private final BigInteger mostFee;

    /// @param mostFee wei that the user's policy allows for a unit of gas
    public SendCall(ExecutionChain chain, BigInteger mostFee) {
        this.chain = chain;
        this.mostFee = mostFee;
    }

    /// Prepares a call that was found to be carried out.
    public PreparedCall prepare(Address sender, Address to, Bytes data) throws ProblemException {
        var gas = chain.gas(sender, to, data).multiply(SIX).divide(FIVE);
        var most = chain.blockGas();
        return new PreparedCall(
                sender,
                chain.accountNonce(sender),
                to,
                data,
                gas.min(most),
                chain.fees().offers(mostFee));
    }

    public SentCall send(PreparedCall prepared, Fee fee, PayingAccount account) throws ProblemException {
        requireSender(prepared.sender(), account);
        requireAllowed(fee);
        var transaction = new OuterTransaction(
                chain.chain(), prepared.nonce(), fee, prepared.gas(), prepared.to(), prepared.data());
        return new SentCall(account.address(), transaction, List.of(chain.send(account.sign(transaction))));
    }

    /// Sends a call again, in the place of the one that does not get into a block: the same nonce, a higher fee.
    public SentCall replace(SentCall sent, Fee fee, PayingAccount account) throws ProblemException {
        requireSender(sent.sender(), account);
        if (!fee.replaces(sent.transaction().fee())) {
            throw new ProblemException(new Problem(
                    "The fee does not rise by " + Fee.RISE + " %.",
                    "Nodes take no transaction in the place of another for less.",
                    "Offer at least " + sent.transaction().fee().risen().most() + " wei, "
                            + sent.transaction().fee().risen().tip() + " of them as a tip."));
        }
        requireAllowed(fee);
        var transaction = sent.transaction().with(fee);
        var hashes = new ArrayList<>(sent.hashes());
        hashes.add(chain.send(account.sign(transaction)));
        return new SentCall(sent.sender(), transaction, hashes);
    }

    private static void requireSender(Address sender, PayingAccount account) throws ProblemException {
        if (!account.address().equals(sender)) {
            throw new ProblemException(Problem.of(
                    "This was prepared for " + sender + ", not for " + account.address() + ".",
                    "Prepare it again for the account that sends it."));
        }
    }

    private void requireAllowed(Fee fee) throws ProblemException {
        if (fee.most().compareTo(mostFee) > 0) {
            throw new ProblemException(Problem.of(
                    "A fee of " + fee.most() + " wei is above the " + mostFee + " that the policy allows.",
                    "Offer less, or allow more."));
        }
    }

    /// What a block says of the one that got into one, if one did.
    public Optional<OuterReceipt> receipt(SentCall sent) throws ProblemException {
        for (var hash : sent.hashes()) {
            var receipt = chain.receipt(hash);
            if (receipt.isPresent()) {
                return receipt;
            }
        }
        return Optional.empty();
    }

    /// Whether another transaction of the sender has its nonce, so that none of these ever gets into a block.
    public boolean isDisplaced(SentCall sent) throws ProblemException {
        return chain.accountNonce(sent.sender()).compareTo(sent.transaction().nonce()) > 0
                && receipt(sent).isEmpty();
    }
}
