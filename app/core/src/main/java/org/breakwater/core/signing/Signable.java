package org.breakwater.core.signing;

import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.SafeHash;
import org.breakwater.core.typeddata.TypedData;

/// What an owner of a Safe is asked to sign.
public sealed interface Signable permits SignatureRequest, MessageRequest {

    /// The Safe whose owner signs.
    SafeDomain signedFor();

    /// What is signed, as a signer that shows it is given it.
    TypedData document();

    /// What is signed, computed here. A signature that comes back is recovered over it.
    SafeHash hash();
}
