package org.breakwater.core.execution;

import java.math.BigInteger;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;

/// What recent blocks cost (`eth_feeHistory`), in wei for a unit of gas. A node says it; the bounds are ours.
///
/// @param next the base fee of the next block
/// @param tips for each recent block, one for each speed
public record FeeHistory(BigInteger next, List<Map<Speed, BigInteger>> tips) {

    /// A base fee rises by an eighth from a full block to the next.
    private static final BigInteger EIGHT = BigInteger.valueOf(8);

    private static final BigInteger NINE = BigInteger.valueOf(9);

    /// A hundredth of a gwei: what a block's producer gets where recent blocks were empty.
    private static final BigInteger LEAST_TIP = BigInteger.valueOf(10_000_000L);

    public FeeHistory {
        tips = tips.stream().map(Map::copyOf).toList();
        if (tips.stream().anyMatch(block -> block.size() != Speed.values().length)) {
            throw new IllegalArgumentException("a block has a tip for each speed");
        }
        if (next.signum() < 0
                || tips.stream().flatMap(block -> block.values().stream()).anyMatch(tip -> tip.signum() < 0)) {
            throw new IllegalArgumentException("a fee is not below zero");
        }
    }

    /// A fee for each speed.
    ///
    /// @param most wei that the user's policy allows for a unit of gas
    /// @throws ProblemException where the network, or the node, asks for more than that
    public Map<Speed, Fee> offers(BigInteger most) throws ProblemException {
        if (next.add(LEAST_TIP).compareTo(most) > 0) {
            throw new ProblemException(new Problem(
                    "The next block costs " + next + " wei for a unit of gas; the policy allows " + most + ".",
                    "The network is dear now, or the node says so.",
                    "Wait, ask another node, or allow more."));
        }
        var offers = new EnumMap<Speed, Fee>(Speed.class);
        for (var speed : Speed.values()) {
            var tip = tip(speed).min(most.subtract(next));
            offers.put(speed, new Fee(base(speed).add(tip).min(most), tip));
        }
        return offers;
    }

    private BigInteger base(Speed speed) {
        var base = next;
        for (int block = 0; block < speed.blocks(); block++) {
            base = base.multiply(NINE).add(EIGHT).subtract(BigInteger.ONE).divide(EIGHT);
        }
        return base;
    }

    /// The median of the blocks.
    private BigInteger tip(Speed speed) {
        var sorted = tips.stream()
                .map(block -> block.getOrDefault(speed, BigInteger.ZERO))
                .sorted()
                .toList();
        return sorted.isEmpty() ? LEAST_TIP : sorted.get(sorted.size() / 2).max(LEAST_TIP);
    }
}
