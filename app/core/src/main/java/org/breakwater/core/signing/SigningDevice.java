package org.breakwater.core.signing;

import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// Port: something that signs for one address. What it gives back is not believed.
public interface SigningDevice {

    Address address();

    /// What came back.
    ///
    /// @throws ProblemException where it was refused, did not come in time, or the device is locked
    Bytes sign(Signable request) throws ProblemException;
}
