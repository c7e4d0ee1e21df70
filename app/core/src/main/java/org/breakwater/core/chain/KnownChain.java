package org.breakwater.core.chain;

import java.util.Arrays;
import java.util.Optional;
import org.breakwater.core.value.ChainId;

/// Networks that are known by name. What is not listed is shown by its number, as one that nothing is known of.
public enum KnownChain {
    ETHEREUM(1, "Ethereum", Use.LIVE),
    OP_MAINNET(10, "OP Mainnet", Use.LIVE),
    GNOSIS(100, "Gnosis", Use.LIVE),
    POLYGON(137, "Polygon", Use.LIVE),
    BASE(8_453, "Base", Use.LIVE),
    ARBITRUM_ONE(42_161, "Arbitrum One", Use.LIVE),
    SEPOLIA(11_155_111, "Sepolia", Use.TEST),
    HOLESKY(17_000, "Holesky", Use.TEST),
    HOODI(560_048, "Hoodi", Use.TEST),
    BASE_SEPOLIA(84_532, "Base Sepolia", Use.TEST),
    ARBITRUM_SEPOLIA(421_614, "Arbitrum Sepolia", Use.TEST),
    ANVIL(31_337, "Local network", Use.DEVELOPMENT),
    GETH(1_337, "Local network", Use.DEVELOPMENT);

    /// What a network is for.
    public enum Use {
        /// Its funds are real.
        LIVE,
        /// Its funds are worth nothing; others use it too.
        TEST,
        /// Somebody started it for themselves; it has a time of its own.
        DEVELOPMENT
    }

    private final ChainId id;
    private final String words;
    private final Use use;

    KnownChain(long id, String words, Use use) {
        this.id = new ChainId(id);
        this.words = words;
        this.use = use;
    }

    public static Optional<KnownChain> of(ChainId id) {
        return Arrays.stream(values()).filter(known -> known.id.equals(id)).findFirst();
    }

    public String words() {
        return words;
    }

    public Use use() {
        return use;
    }
}
