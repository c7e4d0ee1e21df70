package org.breakwater.core.signing;

import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeMessageHash;
import org.breakwater.core.safe.SafeTypedData;
import org.breakwater.core.typeddata.TypedData;
import org.breakwater.core.value.Hash32;

/// A message in a Safe's name, asked of one of its owners.
///
/// @param signedFor the Safe that says it
/// @param content the hash of the message itself, which `isValidSignature` is asked about
public record MessageRequest(SafeDomain signedFor, Hash32 content) implements Signable {

    @Override
    public TypedData document() {
        return SafeTypedData.message(signedFor, content.bytes());
    }

    @Override
    public SafeMessageHash hash() {
        return SafeMessageHash.of(signedFor, content.bytes());
    }
}
