package org.breakwater.core.stress.chance;

/// Student's t distribution.
///
/// @param degrees of freedom, above 0
public record StudentT(double degrees) {

    private static final int HALVINGS = 200;

    public double probability(double x) {
        var tail = 0.5 * IncompleteBeta.of(degrees / (degrees + x * x), degrees / 2, 0.5);
        return x > 0 ? 1 - tail : tail;
    }

    /// @param probability above 0, below 1
    public double quantile(double probability) {
        if (probability > 0.5) {
            return -quantile(1 - probability);
        }
        var low = -1.0;
        while (probability(low) > probability) {
            low *= 2;
        }
        var high = 0.0;
        for (int i = 0; i < HALVINGS && high - low > Math.ulp(low); i++) {
            var middle = 0.5 * (low + high);
            if (probability(middle) > probability) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return 0.5 * (low + high);
    }
}
