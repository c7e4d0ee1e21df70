package org.breakwater.adapters.signer.external;

import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.signing.Signable;
import org.breakwater.core.signing.SigningDevice;
import org.breakwater.core.typeddata.TypedData;
import org.breakwater.core.typeddata.TypedDataWriter;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// A signer in another program. It is given exactly the typed data that is signed, so that it can show them; what it
/// gives
/// back is not believed.
///
/// @param address whose signature it is asked for
public record ExternalSigner(SignerConnection connection, Address address) implements SigningDevice {

    @Override
    public Bytes sign(Signable request) throws ProblemException {
        return connection.sign(address, TypedDataWriter.write(request.document()));
    }

    @Override
    public Bytes sign(TypedData document) throws ProblemException {
        return connection.sign(address, TypedDataWriter.write(document));
    }
}
