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
public record NetworkDescription(
        String rpc,
        ChainId chain,
        long seed,
        String deployment,
        String phrase,
        List<Account> accounts,
        List<NamedSafe> safes) {

    public NetworkDescription {
        accounts = List.copyOf(accounts);
        safes = List.copyOf(safes);
    }

    /// Someone on the network.
    ///
    /// @param path BIP-44 path of the account's key
    public record Account(String name, Address address, String path) {}

    /// A Safe and what it is for.
    public record NamedSafe(String name, SafeState state) {}
}
