package org.breakwater.adapters.ethereum;

import org.breakwater.core.value.Address;
import org.web3j.crypto.Credentials;
import org.web3j.tx.RawTransactionManager;
import org.web3j.tx.TransactionManager;
import org.web3j.tx.response.PollingTransactionReceiptProcessor;

/// An account that sends transactions through one node and pays for them.
public final class EthereumAccount {

    private static final long POLL_MILLISECONDS = 50;
    private static final int POLLS = 600;

    private final Credentials credentials;
    private final TransactionManager transactions;

    public EthereumAccount(EthereumNode node, Credentials credentials) {
        this.credentials = credentials;
        this.transactions = new RawTransactionManager(
                node.web3j(),
                credentials,
                node.chain().number(),
                new PollingTransactionReceiptProcessor(node.web3j(), POLL_MILLISECONDS, POLLS));
    }

    public Address address() {
        return Address.parse(credentials.getAddress());
    }

    public TransactionManager transactions() {
        return transactions;
    }
}
