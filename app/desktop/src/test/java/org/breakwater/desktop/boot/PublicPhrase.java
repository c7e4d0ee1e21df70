package org.breakwater.desktop.boot;

import java.util.stream.IntStream;
import org.breakwater.core.value.Address;
import org.web3j.crypto.Bip32ECKeyPair;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Keys;
import org.web3j.crypto.MnemonicUtils;

/// The keys of the world's people: the phrase that they come from is public.
final class PublicPhrase {

    /// How many people there are at most.
    private static final int ACCOUNTS = 100;

    private static final int HARDENED = Bip32ECKeyPair.HARDENED_BIT;

    private PublicPhrase() {}

    static ECKeyPair key(Address person) {
        var root = Bip32ECKeyPair.generateKeyPair(
                MnemonicUtils.generateSeed("test test test test test test test test test test test junk", ""));
        var accounts = Bip32ECKeyPair.deriveKeyPair(root, new int[] {44 | HARDENED, 60 | HARDENED, HARDENED, 0});
        return IntStream.range(0, ACCOUNTS)
                .mapToObj(index -> Bip32ECKeyPair.deriveKeyPair(accounts, new int[] {index}))
                .filter(key -> Address.parse("0x" + Keys.getAddress(key)).equals(person))
                .findFirst()
                .orElseThrow();
    }
}
