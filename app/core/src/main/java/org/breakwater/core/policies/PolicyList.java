package org.breakwater.core.policies;

import java.util.List;
import java.util.OptionalInt;
import org.breakwater.core.problem.ProblemException;

/// Port: policies in a place that filters, orders and adds up by itself. Blocking; any thread may ask.
public interface PolicyList extends AutoCloseable {

    /// Makes the list hold these policies and no others; only what differs is written.
    void become(List<ListedPolicy> policies) throws ProblemException;

    int count(PolicyFilter filter) throws ProblemException;

    PolicyTotals totals(PolicyFilter filter) throws ProblemException;

    /// A part of the policies that the filter wants, in order.
    ///
    /// @param offset how many to pass over
    /// @param limit at most so many
    List<ListedPolicy> page(PolicyFilter filter, PolicyOrder order, int offset, int limit) throws ProblemException;

    /// How many of them come before a policy, where it is one of them.
    OptionalInt position(PolicyFilter filter, PolicyOrder order, long id) throws ProblemException;

    @Override
    void close();
}
