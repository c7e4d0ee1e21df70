package org.breakwater.core.watch;

import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeConfiguration;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;

/// Port: who may act for a Safe, by its storage.
@FunctionalInterface
public interface SafeConfigurations {

    SafeConfiguration at(Address safe, BlockRef block) throws ProblemException;
}
