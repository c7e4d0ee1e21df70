package org.breakwater.core.exchange;

import java.util.List;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.value.Address;

/// Port: who owns a Safe. What signs for it is compared with them.
@FunctionalInterface
public interface SafeOwners {

    /// @throws ProblemException where there is no such Safe, also for one of another version or on another chain
    List<Address> owners(SafeDomain safe) throws ProblemException;
}
