package org.breakwater.core.index;

import org.breakwater.core.problem.ProblemException;

/// Port: an index that another program keeps, for any number of readers at once. Nothing can be written through it.
public interface SharedIndex extends AutoCloseable {

    /// Which state the index is in now. Ask again and compare to learn whether it has changed.
    ///
    /// @throws IndexException with the {@link StoreFault} that keeps it from being read
    IndexMark mark() throws IndexException;

    /// Reads as of one moment: for all that is asked inside, the index stays as it is at the first question. The
    /// reader ends with the call. Readers wait for each other where there are many: none begins inside of another.
    ///
    /// @throws IndexException with the {@link StoreFault} that keeps it from being read
    <T> T read(Reading<T> reading) throws IndexException, ProblemException;

    @Override
    void close();

    /// What is done with an index that stays as it is.
    @FunctionalInterface
    interface Reading<T> {
        T read(IndexReader index) throws IndexException, ProblemException;
    }
}
