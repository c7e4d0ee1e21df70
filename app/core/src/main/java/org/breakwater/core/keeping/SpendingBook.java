package org.breakwater.core.keeping;

import java.math.BigInteger;
import java.time.LocalDate;
import org.breakwater.core.problem.ProblemException;

/// Port: what an account spent on fees each day, kept where the next run finds it.
public interface SpendingBook {

    /// Wei of a day in UTC.
    BigInteger spent(LocalDate day) throws ProblemException;

    /// Adds to a day; less than zero takes back what was set aside and not used.
    void add(LocalDate day, BigInteger wei) throws ProblemException;
}
