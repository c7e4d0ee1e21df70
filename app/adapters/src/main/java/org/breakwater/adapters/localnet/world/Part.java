package org.breakwater.adapters.localnet.world;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What someone does in the world, with the accounts of the phrase that belong to it.
public enum Part {
    /// Sends the deployment script and owns what stands for the outside: the settlement token and the first price feed.
    DEPLOYER("Deployer", 0, 1),
    /// Publishes the Safe contracts and pays for what Safes execute.
    PUBLISHER("Publisher", 1, 1),
    /// Calls what anyone may call when it is due.
    KEEPER("Keeper", 2, 1),
    STEWARD("Risk steward", 3, 1),
    /// First holder of the whole token supply.
    FOUNDATION("Foundation", 4, 1),
    /// Owns the price feeds and the venues of the outside world.
    PRICE_REPORTER("Price reporter", 5, 1),
    /// Runs the example vault and the example wallets.
    INTEGRATOR("Integrator", 6, 1),
    /// Wants what is not theirs.
    STRANGER("Stranger", 7, 1),
    /// Watches incidents and challenges them.
    WATCHER("Watcher", 8, 2),
    COUNCIL("Council", 10, 7),
    GUARDIAN("Guardian", 20, 4),
    /// Signs reports of bridges, custodians, flights and weather.
    REPORT_SIGNER("Report signer", 30, 5),
    /// Brings buyers for a commission.
    DISTRIBUTOR("Distributor", 36, 4),
    VOTER("Voter", 40, 40),
    /// Puts capital into pools.
    PROVIDER("Capital provider", 80, 40),
    /// Buys cover.
    HOLDER("Policy holder", 120, 280);

    /// How many accounts of the phrase the world uses.
    public static final int ACCOUNTS =
            Arrays.stream(values()).mapToInt(Part::end).max().orElseThrow();

    private final String title;
    private final int first;
    private final int count;

    Part(String title, int first, int count) {
        this.title = title;
        this.first = first;
        this.count = count;
    }

    /// What it is called.
    public String title() {
        return title;
    }

    int first() {
        return first;
    }

    int count() {
        return count;
    }

    private int end() {
        return first + count;
    }

    private boolean has(int index) {
        return index >= first && index < end();
    }

    /// Whose account it is.
    public static Optional<Part> of(int index) {
        return Arrays.stream(values()).filter(part -> part.has(index)).findFirst();
    }

    /// Their accounts in the phrase.
    public List<Integer> indexes() {
        return IntStream.range(first, end()).boxed().toList();
    }
}
