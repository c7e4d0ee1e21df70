package org.breakwater.adapters.ethereum;

import org.breakwater.contracts.RiskPool;
import org.breakwater.core.pools.Pool;
import org.breakwater.core.pools.Pools;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.TokenAmount;
import org.web3j.tx.ReadonlyTransactionManager;
import org.web3j.tx.gas.DefaultGasProvider;

/// Risk pools read through their ERC-4626 and ERC-20 functions.
public final class ChainPools implements Pools {

    private final EthereumNode node;

    public ChainPools(EthereumNode node) {
        this.node = node;
    }

    @Override
    public Pool pool(Address address) throws ProblemException {
        return node.call("the pool " + address, () -> {
            var pool = load(address);
            var asset = load(Address.parse(pool.asset().send()));
            var totalAssets = new TokenAmount(
                    pool.totalAssets().send(),
                    asset.decimals().send().intValueExact(),
                    asset.symbol().send());
            var totalShares = new TokenAmount(
                    pool.totalSupply().send(),
                    pool.decimals().send().intValueExact(),
                    pool.symbol().send());
            return new Pool(address, pool.name().send(), totalAssets, totalShares);
        });
    }

    private RiskPool load(Address address) {
        var reader = new ReadonlyTransactionManager(node.web3j(), address.toString());
        return RiskPool.load(address.toString(), node.web3j(), reader, new DefaultGasProvider());
    }
}
