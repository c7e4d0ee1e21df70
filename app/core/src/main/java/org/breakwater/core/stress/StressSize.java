package org.breakwater.core.stress;

/// How much is simulated, and from which seed.
///
/// @param years from 1,000 to 20 million
/// @param seed recorded with every result; the same seed gives the same years
/// @param threads that share the work; they change nothing in the result
public record StressSize(int years, long seed, int threads) {

    public static final int LEAST_YEARS = 1_000;
    public static final int MOST_YEARS = 20_000_000;
    private static final int MOST_THREADS = 256;

    /// @throws StressException where it is too little or too much
    void check() throws StressException {
        if (years < LEAST_YEARS || years > MOST_YEARS) {
            throw new StressException(
                    new StressFault.OutOfRange("The number of years", years, "a number from 1,000 to 20,000,000"));
        }
        if (threads < 1 || threads > MOST_THREADS) {
            throw new StressException(
                    new StressFault.OutOfRange("The number of threads", threads, "a number from 1 to 256"));
        }
    }
}
