package org.breakwater.adapters.localnet.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.breakwater.core.deployment.DeployedContract;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.value.Address;

/// The deployed protocol, for the world's people to call.
final class Protocol {

    static final int POOLS = 6;

    private final Deployment deployment;
    private final Map<String, Contract> contracts = new HashMap<>();
    private final List<Contract> pools;

    Protocol(Deployment deployment) {
        this.deployment = deployment;
        this.pools = deployment.pools().stream()
                .map(pool -> Contract.of(pool.name(), pool.address()))
                .toList();
    }

    Deployment deployment() {
        return deployment;
    }

    /// A contract by the name of its source.
    Contract contract(String name) {
        return contracts.computeIfAbsent(name, wanted -> Contract.of(wanted, deployment.address(wanted)));
    }

    /// A pool by its number, from 1: smart contract, bridge, custody, oracle and liquidity, stablecoin depeg,
    /// parametric.
    Contract pool(int number) {
        return pools.get(number - 1);
    }

    List<Integer> poolNumbers() {
        return IntStream.rangeClosed(1, POOLS).boxed().toList();
    }

    /// The settlement token.
    Contract usdc() {
        return contract("LocalToken");
    }

    /// The settlement token's feed against its peg.
    Contract pegFeed() {
        return contract("PriceFeed");
    }

    Address account(String name) {
        return deployment.account(name).orElseThrow();
    }

    List<String> names() {
        return deployment.contracts().stream()
                .map(DeployedContract::name)
                .distinct()
                .toList();
    }
}
