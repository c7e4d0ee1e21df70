package org.breakwater.adapters.localnet.world;

/// Risk level of a score, as the contracts number it (`RiskScore.levelOf`).
enum Level {
    UNRATED(0, 0),
    LOW(8_000, 10_000),
    GUARDED(6_500, 8_000),
    ELEVATED(5_000, 6_500),
    HIGH(3_500, 5_000),
    CRITICAL(0, 3_500);

    private final int from;
    private final int below;

    Level(int from, int below) {
        this.from = from;
        this.below = below;
    }

    /// Whether a score has this level with something to spare on both sides.
    boolean holds(int score, int margin) {
        return score >= from + margin && score < below - margin;
    }
}
