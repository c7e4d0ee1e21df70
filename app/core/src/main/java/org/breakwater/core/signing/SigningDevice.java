package org.breakwater.core.signing;

import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.typeddata.TypedData;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// Port: something that signs for one address. What it gives back is not believed.
public interface SigningDevice {

    Address address();

    /// What came back.
    ///
    /// @throws ProblemException where it was refused, did not come in time, or the device is locked
    Bytes sign(Signable request) throws ProblemException;

    /// What came back for typed data that are no Safe's: a ballot.
    ///
    /// @throws ProblemException as above, and where the device signs for Safes alone
    default Bytes sign(TypedData document) throws ProblemException {
        throw new ProblemException(Problem.of(
                "This signer signs transactions of Safes alone, not " + document.primaryType() + ".",
                "Vote by a transaction, or as somebody with another signer."));
    }
}
