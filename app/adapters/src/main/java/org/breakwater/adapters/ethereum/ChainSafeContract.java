package org.breakwater.adapters.ethereum;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.breakwater.contracts.safe.Safe;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.Execution;
import org.breakwater.core.safe.SafeContract;
import org.breakwater.core.safe.SafeState;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.web3j.protocol.core.methods.response.TransactionReceipt;
import org.web3j.tx.gas.DefaultGasProvider;

/// Safe contracts of version 1.4.1, with one account that pays for executions.
public final class ChainSafeContract implements SafeContract {

    private final EthereumNode node;
    private final EthereumAccount executor;

    public ChainSafeContract(EthereumNode node, EthereumAccount executor) {
        this.node = node;
        this.executor = executor;
    }

    @Override
    public SafeState state(Address safe) throws ProblemException {
        return node.call("the Safe " + safe, () -> {
            var contract = load(safe);
            return new SafeState(
                    safe,
                    contract.VERSION().send(),
                    owners(contract),
                    contract.getThreshold().send().intValueExact(),
                    contract.nonce().send());
        });
    }

    private static List<Address> owners(Safe contract) throws Exception {
        List<?> owners = contract.getOwners().send();
        return owners.stream().map(owner -> Address.parse(owner.toString())).toList();
    }

    @Override
    public Hash32 transactionHash(Address safe, SafeTransaction transaction) throws ProblemException {
        return node.call(
                "the hash of a transaction of the Safe " + safe,
                () -> new Hash32(Bytes.of(load(safe)
                        .getTransactionHash(
                                transaction.to().toString(),
                                transaction.value(),
                                transaction.data().toArray(),
                                BigInteger.valueOf(transaction.operation().code()),
                                transaction.safeTxGas(),
                                transaction.baseGas(),
                                transaction.gasPrice(),
                                transaction.gasToken().toString(),
                                transaction.refundReceiver().toString(),
                                transaction.nonce())
                        .send())));
    }

    @Override
    public Execution execute(Address safe, SafeTransaction transaction, Bytes signatures) throws ProblemException {
        return node.call(
                "the execution by the Safe " + safe,
                () -> execution(
                        safe,
                        load(safe)
                                .execTransaction(
                                        transaction.to().toString(),
                                        transaction.value(),
                                        transaction.data().toArray(),
                                        BigInteger.valueOf(
                                                transaction.operation().code()),
                                        transaction.safeTxGas(),
                                        transaction.baseGas(),
                                        transaction.gasPrice(),
                                        transaction.gasToken().toString(),
                                        transaction.refundReceiver().toString(),
                                        signatures.toArray(),
                                        BigInteger.ZERO)
                                .send()));
    }

    private static Execution execution(Address safe, TransactionReceipt receipt) {
        var emitter = safe.toString().toLowerCase(Locale.ROOT);
        var succeeded = Safe.getExecutionSuccessEvents(receipt).stream()
                .filter(event -> event.log.getAddress().toLowerCase(Locale.ROOT).equals(emitter))
                .map(event -> new Hash32(Bytes.of(event.txHash)))
                .collect(Collectors.toSet());
        return new Execution(
                Hash32.fromHex(receipt.getTransactionHash()),
                receipt.getBlockNumber().longValueExact(),
                receipt.isStatusOK(),
                succeeded);
    }

    private Safe load(Address safe) {
        return Safe.load(safe.toString(), node.web3j(), executor.transactions(), new DefaultGasProvider());
    }
}
