package org.breakwater.adapters.ethereum;

import java.math.BigInteger;
import org.breakwater.core.parameters.ParameterId;
import org.breakwater.core.parameters.ParameterRegistry;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.web3j.tx.ReadonlyTransactionManager;
import org.web3j.tx.gas.DefaultGasProvider;

/// The registry contract, read and called through its generated class.
public final class ChainParameterRegistry implements ParameterRegistry {

    private final EthereumNode node;
    private final Address address;
    private final org.breakwater.contracts.ParameterRegistry contract;

    public ChainParameterRegistry(EthereumNode node, Address address) {
        this.node = node;
        this.address = address;
        this.contract = org.breakwater.contracts.ParameterRegistry.load(
                address.toString(),
                node.web3j(),
                new ReadonlyTransactionManager(node.web3j(), address.toString()),
                new DefaultGasProvider());
    }

    @Override
    public Address address() {
        return address;
    }

    @Override
    public BigInteger value(ParameterId parameter) throws ProblemException {
        return node.call(
                "the parameter " + parameter.name(),
                () -> contract.get(key(parameter), scope(parameter)).send());
    }

    @Override
    public Bytes tightenNow(ParameterId parameter, BigInteger newValue, Hash32 rationale) {
        return Bytes.fromHex(contract.tightenNow(
                        key(parameter),
                        scope(parameter),
                        newValue,
                        rationale.bytes().toArray())
                .encodeFunctionCall());
    }

    private static byte[] key(ParameterId parameter) {
        return parameter.key().bytes().toArray();
    }

    private static byte[] scope(ParameterId parameter) {
        return parameter.scope().encoded().bytes().toArray();
    }
}
