package org.breakwater.adapters.signer;

import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.signing.Signable;
import org.breakwater.core.signing.SigningDevice;
import org.breakwater.core.typeddata.TypedData;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// Signs with a key on this machine: a keystore's, or one of a local network's people.
public record KeyDevice(EthereumKey key) implements SigningDevice {

    @Override
    public Address address() {
        return key.address();
    }

    @Override
    public Bytes sign(Signable request) throws ProblemException {
        return key.sign(request.hash().hash()).bytes();
    }

    @Override
    public Bytes sign(TypedData document) throws ProblemException {
        return key.sign(document.hash()).bytes();
    }
}
