package org.breakwater.adapters.localnet;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.breakwater.adapters.ethereum.DeploymentReading;
import org.breakwater.adapters.ethereum.EthereumAccount;
import org.breakwater.adapters.ethereum.EthereumNode;
import org.breakwater.adapters.localnet.world.AnvilRpc;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.jspecify.annotations.Nullable;
import org.web3j.protocol.core.methods.response.TransactionReceipt;
import org.web3j.protocol.exceptions.TransactionException;
import org.web3j.tx.response.PollingTransactionReceiptProcessor;

/// Publishes contracts on a local network from one account, each transaction in a block of its own, so that the same
/// script
/// gives the same chain.
final class Deployer {

    private static final BigInteger GAS_PRICE = BigInteger.valueOf(2_000_000_000L);
    private static final BigInteger GAS_LIMIT = BigInteger.valueOf(15_000_000L);

    private final EthereumNode node;
    private final AnvilRpc rpc;
    private final EthereumAccount account;

    /// @param node mines only when told to
    Deployer(EthereumNode node, EthereumAccount account) {
        this.node = node;
        this.rpc = new AnvilRpc(node.address());
        this.account = account;
    }

    /// Sends the transactions of a recorded script, in order, and waits until all are mined.
    ///
    /// @return what it created, in order
    List<DeploymentReading.Created> replay(List<RecordedDeployment.Transaction> transactions) throws ProblemException {
        var hashes = new ArrayList<String>();
        for (var transaction : transactions) {
            var to = transaction.creates() ? null : transaction.address();
            hashes.add(submit("Deploying " + transaction.contract(), to, transaction.input(), BigInteger.ZERO));
        }
        var created = new ArrayList<DeploymentReading.Created>();
        for (int i = 0; i < hashes.size(); i++) {
            var transaction = transactions.get(i);
            var receipt = receipt("Deploying " + transaction.contract(), hashes.get(i));
            if (transaction.creates()) {
                created.add(new DeploymentReading.Created(
                        transaction.contract(),
                        transaction.address(),
                        receipt.getBlockNumber().longValueExact()));
            }
        }
        return created;
    }

    /// Sends a transaction and waits for its receipt.
    TransactionReceipt send(String what, @Nullable Address to, Bytes data, BigInteger wei) throws ProblemException {
        return receipt(what, submit(what, to, data, wei));
    }

    private String submit(String what, @Nullable Address to, Bytes data, BigInteger wei) throws ProblemException {
        try {
            var recipient = to == null ? null : to.toString();
            var sent = account.transactions().sendTransaction(GAS_PRICE, GAS_LIMIT, recipient, data.toHex(), wei);
            if (sent.hasError()) {
                throw failed(what, sent.getError().getMessage(), null);
            }
            rpc.ask("evm_mine");
            return sent.getTransactionHash();
        } catch (IOException broken) {
            throw failed(what, String.valueOf(broken.getMessage()), broken);
        }
    }

    /// Sends a transaction that someone else signed.
    TransactionReceipt sendSigned(String what, Bytes transaction) throws ProblemException {
        try {
            var sent = node.web3j().ethSendRawTransaction(transaction.toHex()).send();
            if (sent.hasError()) {
                throw failed(what, sent.getError().getMessage(), null);
            }
            rpc.ask("evm_mine");
            return receipt(what, sent.getTransactionHash());
        } catch (IOException broken) {
            throw failed(what, String.valueOf(broken.getMessage()), broken);
        }
    }

    private TransactionReceipt receipt(String what, String hash) throws ProblemException {
        try {
            var receipt = new PollingTransactionReceiptProcessor(node.web3j(), 20, 500).waitForTransactionReceipt(hash);
            if (!receipt.isStatusOK()) {
                throw failed(what, "the transaction " + hash + " was reverted", null);
            }
            return receipt;
        } catch (IOException | TransactionException broken) {
            throw failed(what, String.valueOf(broken.getMessage()), broken);
        }
    }

    boolean hasCode(Address address) throws ProblemException {
        return !node.code(address).isEmpty();
    }

    private static ProblemException failed(String what, String why, @Nullable Exception cause) {
        var problem = Problem.of(what + " failed: " + why + ".", "Reset the local network and try again.");
        return cause == null ? new ProblemException(problem) : new ProblemException(problem, cause);
    }
}
