package org.breakwater.core.pools;

import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;

/// Port: reads risk pools from the chain.
public interface Pools {

    Pool pool(Address address) throws ProblemException;
}
