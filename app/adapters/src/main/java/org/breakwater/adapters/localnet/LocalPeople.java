package org.breakwater.adapters.localnet;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.breakwater.adapters.localnet.world.Part;
import org.breakwater.core.value.Address;
import org.web3j.crypto.Bip32ECKeyPair;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.MnemonicUtils;

/// The keys of a local network's people, derived when they are needed. Their phrase is public: the keys are worth
/// nothing
/// anywhere else.
final class LocalPeople {

    static final String PHRASE = "test test test test test test test test test test test junk";

    private static final int HARDENED = 0x80000000;

    private final Bip32ECKeyPair accounts;
    private final Map<Integer, Credentials> derived = new ConcurrentHashMap<>();

    private LocalPeople(Bip32ECKeyPair accounts) {
        this.accounts = accounts;
    }

    static LocalPeople ofPhrase() {
        var root = Bip32ECKeyPair.generateKeyPair(MnemonicUtils.generateSeed(PHRASE, ""));
        return new LocalPeople(
                Bip32ECKeyPair.deriveKeyPair(root, new int[] {44 | HARDENED, 60 | HARDENED, HARDENED, 0}));
    }

    /// The key of an account of the phrase (BIP-44, m/44'/60'/0'/0/i).
    Credentials key(int index) {
        return derived.computeIfAbsent(
                index, i -> Credentials.create(Bip32ECKeyPair.deriveKeyPair(accounts, new int[] {i})));
    }

    /// The BIP-44 path of that key.
    static String path(int index) {
        return "m/44'/60'/0'/0/" + index;
    }

    /// The key of a part that one person has, or the first one's.
    Credentials one(Part part) {
        return key(part.indexes().getFirst());
    }

    List<Credentials> all(Part part) {
        return part.indexes().stream().map(this::key).toList();
    }

    static Address address(Credentials credentials) {
        return Address.parse(credentials.getAddress());
    }

    static List<Address> addresses(List<Credentials> people) {
        return people.stream().map(LocalPeople::address).toList();
    }
}
