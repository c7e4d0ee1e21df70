package org.breakwater.adapters.ethereum;

import java.math.BigInteger;
import java.util.List;
import org.breakwater.contracts.safe.Safe;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeAnswers;
import org.breakwater.core.safe.SafeState;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.web3j.tx.ReadonlyTransactionManager;
import org.web3j.tx.gas.DefaultGasProvider;

/// What the Safe contracts at a node say of themselves.
public final class ChainSafeContract implements SafeAnswers {

    private final EthereumNode node;

    public ChainSafeContract(EthereumNode node) {
        this.node = node;
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

    private Safe load(Address safe) {
        return Safe.load(
                safe.toString(),
                node.web3j(),
                new ReadonlyTransactionManager(node.web3j(), safe.toString()),
                new DefaultGasProvider());
    }
}
