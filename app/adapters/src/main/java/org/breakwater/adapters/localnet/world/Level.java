package org.breakwater.adapters.localnet.world;

/// Risk level of a score, as the contracts number it (`RiskScore.levelOf`).
enum Level implements Numbered {
    UNRATED(0, 0, 0),
    LOW(1, 8_000, 10_000),
    GUARDED(2, 6_500, 8_000),
    ELEVATED(3, 5_000, 6_500),
    HIGH(4, 3_500, 5_000),
    CRITICAL(5, 0, 3_500);

    private final int number;
    private final int from;
    private final int below;

    Level(int number, int from, int below) {
        this.number = number;
        this.from = from;
        this.below = below;
    }

    @Override
    public int number() {
        return number;
    }

    /// Whether a score has this level with something to spare on both sides.
    boolean holds(int score, int margin) {
        return score >= from + margin && score < below - margin;
    }
}
