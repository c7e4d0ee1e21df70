package org.breakwater.core.stress;

import java.util.Arrays;
import java.util.List;

/// Correlations that can all hold at once: symmetric, 1 on the diagonal, positive semi-definite.
public final class CorrelationMatrix {

    /// Rounding of a matrix that was written down with some digits.
    private static final double TOLERANCE = 1e-9;

    private static final int MOST_SWEEPS = 100;

    private final double[][] values;
    private final double[][] root;

    private CorrelationMatrix(double[][] values) {
        this.values = values;
        this.root = root(values);
    }

    /// @param names of what is correlated, for the sentence that refuses
    /// @param rows one number for each name
    /// @throws StressException where these are no correlations
    public static CorrelationMatrix of(List<String> names, double[][] rows) throws StressException {
        var size = names.size();
        for (var row : rows) {
            if (row.length != size || rows.length != size) {
                throw new StressException(new StressFault.NotSquare(rows.length, row.length));
            }
        }
        if (rows.length != size) {
            throw new StressException(new StressFault.NotSquare(rows.length, size));
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                check(names.get(i), names.get(j), rows[i][j], rows[j][i], i == j);
            }
        }
        var eigen = new double[size][];
        var matrix = copy(rows);
        var vectors = eigenvectors(matrix);
        for (int i = 0; i < size; i++) {
            eigen[i] = new double[] {matrix[i][i], i};
        }
        var smallest = Arrays.stream(eigen)
                .min((one, other) -> Double.compare(one[0], other[0]))
                .orElse(new double[] {0, 0});
        if (smallest[0] < -TOLERANCE) {
            throw new StressException(contradiction(names, vectors, (int) smallest[1], smallest[0]));
        }
        return new CorrelationMatrix(copy(rows));
    }

    private static void check(String one, String other, double value, double back, boolean same)
            throws StressException {
        if (Double.isNaN(value) || Double.isNaN(back) || Math.abs(value) > 1 || same && value != 1) {
            throw new StressException(new StressFault.NoCorrelation(one, other, value));
        }
        if (value != back) {
            throw new StressException(new StressFault.NotSymmetric(one, other, value, back));
        }
    }

    /// The two whose losses the worst direction sets against each other most.
    private static StressFault contradiction(List<String> names, double[][] vectors, int worst, double eigenvalue) {
        var first = 0;
        var second = 1;
        var most = -1.0;
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                var weight = Math.abs(vectors[i][worst] * vectors[j][worst]);
                if (weight > most) {
                    most = weight;
                    first = i;
                    second = j;
                }
            }
        }
        return new StressFault.Contradiction(names.get(first), names.get(second), eigenvalue);
    }

    public int size() {
        return values.length;
    }

    public double get(int one, int other) {
        return values[one][other];
    }

    /// Independent standard normal numbers made into correlated ones, in place.
    ///
    /// @param numbers one for each
    void correlate(double[] numbers) {
        for (int i = root.length - 1; i >= 0; i--) {
            var sum = 0.0;
            for (int j = 0; j <= i; j++) {
                sum += root[i][j] * numbers[j];
            }
            numbers[i] = sum;
        }
    }

    /// √(Σ correlation × amount × amount): how supervisors add capital for several kinds of risk (Solvency II, Annex
    /// IV).
    public double aggregate(double[] amounts) {
        var sum = 0.0;
        for (int i = 0; i < amounts.length; i++) {
            for (int j = 0; j < amounts.length; j++) {
                sum += values[i][j] * amounts[i] * amounts[j];
            }
        }
        return Math.sqrt(Math.max(0, sum));
    }

    /// Cholesky's root; a direction without any spread of its own is left at 0.
    private static double[][] root(double[][] values) {
        var size = values.length;
        var root = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                var rest = values[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= root[i][k] * root[j][k];
                }
                if (i == j) {
                    root[i][i] = rest > TOLERANCE ? Math.sqrt(rest) : 0;
                } else {
                    root[i][j] = root[j][j] == 0 ? 0 : rest / root[j][j];
                }
            }
        }
        return root;
    }

    /// Jacobi's rotations: leaves the eigenvalues on the matrix's diagonal, and gives the eigenvectors as columns.
    private static double[][] eigenvectors(double[][] matrix) {
        var size = matrix.length;
        var vectors = new double[size][size];
        for (int i = 0; i < size; i++) {
            vectors[i][i] = 1;
        }
        for (int sweep = 0; sweep < MOST_SWEEPS && offDiagonal(matrix) > 1e-22; sweep++) {
            for (int p = 0; p < size; p++) {
                for (int q = p + 1; q < size; q++) {
                    if (matrix[p][q] != 0) {
                        rotate(matrix, vectors, p, q);
                    }
                }
            }
        }
        return vectors;
    }

    private static double offDiagonal(double[][] matrix) {
        var sum = 0.0;
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += matrix[i][j] * matrix[i][j];
            }
        }
        return sum;
    }

    private static void rotate(double[][] matrix, double[][] vectors, int p, int q) {
        var theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
        var tangent = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        var cosine = 1 / Math.sqrt(tangent * tangent + 1);
        var sine = tangent * cosine;
        for (int k = 0; k < matrix.length; k++) {
            var kp = matrix[k][p];
            var kq = matrix[k][q];
            matrix[k][p] = cosine * kp - sine * kq;
            matrix[k][q] = sine * kp + cosine * kq;
        }
        for (int k = 0; k < matrix.length; k++) {
            var pk = matrix[p][k];
            var qk = matrix[q][k];
            matrix[p][k] = cosine * pk - sine * qk;
            matrix[q][k] = sine * pk + cosine * qk;
            var vp = vectors[k][p];
            var vq = vectors[k][q];
            vectors[k][p] = cosine * vp - sine * vq;
            vectors[k][q] = sine * vp + cosine * vq;
        }
    }

    private static double[][] copy(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CorrelationMatrix matrix && Arrays.deepEquals(values, matrix.values);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(values);
    }
}
