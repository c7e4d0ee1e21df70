package org.breakwater.core.names;

import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.ChainId;

/// Port: address books on this machine.
public interface AddressBooks {

    /// Reads the entries for one chain, and those for every chain.
    ///
    /// @param path of the file
    /// @throws ProblemException where the file or one of its lines is not what it should be
    AddressBook read(String path, ChainId chain) throws ProblemException;
}
