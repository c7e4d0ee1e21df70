package org.breakwater.core.safe;

import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;

/// Port: someone who can sign for one address. The key stays behind it.
public interface Signer {

    Address address();

    OwnerSignature sign(SafeTxHash hash) throws ProblemException;
}
