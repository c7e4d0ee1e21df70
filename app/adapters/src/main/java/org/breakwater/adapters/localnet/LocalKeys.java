package org.breakwater.adapters.localnet;

import java.util.Arrays;
import java.util.Optional;
import org.breakwater.adapters.localnet.world.Part;
import org.breakwater.adapters.signer.EthereumKey;
import org.breakwater.adapters.signer.KeySigner;
import org.breakwater.core.value.Address;

/// The keys of a local network's people, by their addresses. Their phrase is public: the keys are worth nothing
/// anywhere
/// else.
public final class LocalKeys {

    private final LocalPeople people = LocalPeople.ofPhrase();

    /// The key of one of the people, where the address is one's.
    public Optional<EthereumKey> of(Address person) {
        return Arrays.stream(Part.values())
                .flatMap(part -> part.indexes().stream())
                .map(people::key)
                .filter(credentials -> LocalPeople.address(credentials).equals(person))
                .<EthereumKey>map(KeySigner::new)
                .findFirst();
    }
}
