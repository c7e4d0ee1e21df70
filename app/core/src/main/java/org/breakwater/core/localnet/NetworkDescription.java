package org.breakwater.core.localnet;

import java.util.List;
import org.breakwater.core.safe.SafeState;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.ChainId;

/// What one needs to use a local network.
///
/// @param rpc the node's address
/// @param deployment path of the deployment file
/// @param phrase the published phrase that all accounts come from; worth nothing elsewhere
/// @param safeQueue path of the Safe transactions that wait, a JSON list as a Safe Transaction Service tells it
/// @param serviceUrl where the network's transaction service is, which has those transactions as well
/// @param texts path of what was written, a JSON list of `hash`, `address` and `content`
public record NetworkDescription(
        String rpc,
        ChainId chain,
        long seed,
        String deployment,
        String phrase,
        List<Account> accounts,
        List<NamedSafe> safes,
        String safeQueue,
        String serviceUrl,
        String texts) {

    public NetworkDescription {
        accounts = List.copyOf(accounts);
        safes = List.copyOf(safes);
    }

    /// Someone on the network.
    ///
    /// @param part what they do
    /// @param path BIP-44 path of the account's key
    /// @param votes tokens that vote with them, whole
    public record Account(String name, String part, Address address, String path, long votes) {}

    /// A Safe and what it is for.
    public record NamedSafe(String name, SafeState state) {}
}
