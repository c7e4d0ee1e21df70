package org.breakwater.adapters.localnet;

import java.util.List;
import java.util.stream.IntStream;
import org.web3j.crypto.Bip32ECKeyPair;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.MnemonicUtils;

/// The people of a local network. Their phrase is public: their keys are worth nothing anywhere else.
final class LocalPeople {

    static final String PHRASE = "test test test test test test test test test test test junk";

    private static final int HARDENED = 0x80000000;

    private LocalPeople() {}

    /// The first `count` accounts of the phrase (BIP-44, m/44'/60'/0'/0/i), which Anvil funds.
    static List<Credentials> first(int count) {
        var root = Bip32ECKeyPair.generateKeyPair(MnemonicUtils.generateSeed(PHRASE, ""));
        return IntStream.range(0, count)
                .mapToObj(i -> Credentials.create(
                        Bip32ECKeyPair.deriveKeyPair(root, new int[] {44 | HARDENED, 60 | HARDENED, HARDENED, 0, i})))
                .toList();
    }
}
