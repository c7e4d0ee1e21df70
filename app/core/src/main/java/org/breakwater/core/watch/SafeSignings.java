package org.breakwater.core.watch;

import java.util.Optional;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;

/// Port: what a Safe executed and whose signatures that carried, up to the block that the chain will not take back.
@FunctionalInterface
public interface SafeSignings {

    /// Reads on from where it was read to, or {@link SignedHistory#HORIZON} back. Blocking.
    ///
    /// @param before what was read of the Safe; read anew where the chain does not have its last block any more
    /// @throws ProblemException where the node does not give it, or gives what was not asked for
    SignedHistory read(Address safe, Optional<SignedHistory> before) throws ProblemException;
}
