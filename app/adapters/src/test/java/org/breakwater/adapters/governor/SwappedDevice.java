package org.breakwater.adapters.governor;

import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.signing.Signable;
import org.breakwater.core.signing.SigningDevice;
import org.breakwater.core.typeddata.TypedData;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// Says that it is one signer and signs as another.
record SwappedDevice(SigningDevice named, SigningDevice signing) implements SigningDevice {

    @Override
    public Address address() {
        return named.address();
    }

    @Override
    public Bytes sign(Signable request) throws ProblemException {
        return signing.sign(request);
    }

    @Override
    public Bytes sign(TypedData document) throws ProblemException {
        return signing.sign(document);
    }
}
