package org.breakwater.core.stress;

import java.util.Locale;
import org.breakwater.core.problem.Problem;

/// Why a stress run does not begin. Nothing is put in the place of what is wrong.
public sealed interface StressFault {

    Problem problem();

    /// Correlations that are no square.
    record NotSquare(int rows, int columns) implements StressFault {
        @Override
        public Problem problem() {
            return Problem.of(
                    "The correlations have " + rows + " rows, and a row of " + columns + ".",
                    "Give as many columns as there are rows.");
        }
    }

    /// A correlation that is none.
    record NoCorrelation(String one, String other, double value) implements StressFault {
        @Override
        public Problem problem() {
            return Problem.of(
                    "The correlation of " + one + " and " + other + " is " + number(value) + ".",
                    "Give a number from -1 to 1, and 1 for each with itself.");
        }
    }

    /// Two answers about the same pair.
    record NotSymmetric(String one, String other, double value, double back) implements StressFault {
        @Override
        public Problem problem() {
            return Problem.of(
                    "The correlation of " + one + " and " + other + " is " + number(value) + " one way and "
                            + number(back) + " the other.",
                    "Give the same number for both.");
        }
    }

    /// Correlations that cannot all hold at once.
    ///
    /// @param smallest eigenvalue
    /// @param one of the two that contradict the others most
    record Contradiction(String one, String other, double smallest) implements StressFault {
        @Override
        public Problem problem() {
            return new Problem(
                    "The correlations contradict each other, most of all those of " + one + " and " + other + ".",
                    "No losses can be correlated like this: the matrix is not positive semi-definite, its smallest"
                            + " eigenvalue is " + number(smallest) + ".",
                    "Bring these correlations closer to each other, or to 0.");
        }
    }

    /// A number outside of what it can be.
    record OutOfRange(String what, double value, String range) implements StressFault {
        @Override
        public Problem problem() {
            return Problem.of(what + " is " + number(value) + ".", "Give " + range + ".");
        }
    }

    /// A dependence that has no place for one of the risks.
    record NoSector(String risk, int sector, int sectors) implements StressFault {
        @Override
        public Problem problem() {
            return Problem.of(
                    "There are correlations of " + sectors + " kinds, and " + risk + " is of kind " + sector + ".",
                    "Give correlations for every kind.");
        }
    }

    /// A shared cause of loss that names what is not there.
    record NoSuchRisk(String shock, int member) implements StressFault {
        @Override
        public Problem problem() {
            return Problem.of(
                    "The shared cause " + shock + " names risk " + member + ", which does not exist.",
                    "Name risks from 0 on.");
        }
    }

    /// Cover of something that nothing is assumed about.
    record NotModelled(String what) implements StressFault {
        @Override
        public Problem problem() {
            return Problem.of(
                    "Nothing is assumed about " + what + ".", "Add what is assumed about it, or leave it out.");
        }
    }

    /// Nothing that could be lost.
    record NothingAtRisk() implements StressFault {
        @Override
        public Problem problem() {
            return Problem.of(
                    "No pool covers anything, and the treasury holds nothing.",
                    "There is no loss to look for until cover is sold or money comes in.");
        }
    }

    /// An amount that the run does not count in.
    record TooMuch(String what, String amount) implements StressFault {
        @Override
        public Problem problem() {
            return Problem.of(
                    "The amount of " + what + " is " + amount + ".",
                    "A run counts amounts from 0 to 900 billion USDC.");
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }
}
