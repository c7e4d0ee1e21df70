package org.breakwater.core.safe;

import java.util.Collection;
import java.util.List;
import org.breakwater.core.value.Address;

/// A message that waits for signatures, with what was found out about it here.
///
/// @param served what a service told
/// @param hash computed here from the message
/// @param signatures each as it was recovered over that hash, in the order in which the service told them
public record QueuedMessage(ServedMessage served, SafeMessageHash hash, List<QueuedTransaction.Signed> signatures) {

    public QueuedMessage {
        signatures = List.copyOf(signatures);
    }

    /// Hashes a message and recovers its signers.
    ///
    /// @param domain the Safe that it is for
    /// @param owners of the Safe, from the chain
    public static QueuedMessage of(
            SafeDomain domain, ServedMessage served, Collection<Address> owners, SignatureRecovery recovery) {
        var hash = SafeMessageHash.of(domain, served.content().hash().bytes());
        return new QueuedMessage(
                served, hash, QueuedTransaction.signatures(served.confirmations(), hash, owners, recovery));
    }

    /// Whether the service names the hash that its message has.
    public boolean hasStatedHash() {
        return hash.hash().equals(served.statedHash());
    }
}
