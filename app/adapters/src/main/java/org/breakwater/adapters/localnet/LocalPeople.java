package org.breakwater.adapters.localnet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.breakwater.core.localnet.NetworkDescription;
import org.breakwater.core.value.Address;
import org.web3j.crypto.Bip32ECKeyPair;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.MnemonicUtils;

/// The people of a local network. Their phrase is public: their keys are worth nothing anywhere else.
///
/// @param all the phrase's first accounts, in order
record LocalPeople(List<Credentials> all) {

    static final String PHRASE = "test test test test test test test test test test test junk";
    static final int COUNT = 30;

    private static final int HARDENED = 0x80000000;

    LocalPeople {
        all = List.copyOf(all);
    }

    static LocalPeople ofPhrase() {
        return new LocalPeople(first(COUNT));
    }

    /// The first accounts of the phrase (BIP-44, m/44'/60'/0'/0/i), which Anvil funds.
    static List<Credentials> first(int count) {
        var root = Bip32ECKeyPair.generateKeyPair(MnemonicUtils.generateSeed(PHRASE, ""));
        return IntStream.range(0, count)
                .mapToObj(i -> Credentials.create(
                        Bip32ECKeyPair.deriveKeyPair(root, new int[] {44 | HARDENED, 60 | HARDENED, HARDENED, 0, i})))
                .toList();
    }

    /// Sends the deployment script's transactions, from its first nonce.
    Credentials deployer() {
        return all.get(0);
    }

    /// Publishes the Safe contracts and the Safes, and pays for executions.
    Credentials publisher() {
        return all.get(1);
    }

    Credentials steward() {
        return all.get(3);
    }

    Credentials foundation() {
        return all.get(4);
    }

    List<Credentials> council() {
        return all.subList(10, 13);
    }

    List<Credentials> guardians() {
        return all.subList(20, 23);
    }

    /// Everyone who has a part, with it.
    List<NetworkDescription.Account> described() {
        var described = new ArrayList<NetworkDescription.Account>();
        for (int i = 0; i < all.size(); i++) {
            var index = i;
            part(i).ifPresent(name -> described.add(
                    new NetworkDescription.Account(name, address(all.get(index)), "m/44'/60'/0'/0/" + index)));
        }
        return described;
    }

    private Optional<String> part(int index) {
        var person = all.get(index);
        if (council().contains(person)) {
            return Optional.of("Council " + (council().indexOf(person) + 1));
        }
        if (guardians().contains(person)) {
            return Optional.of("Guardian " + (guardians().indexOf(person) + 1));
        }
        return switch (index) {
            case 0 -> Optional.of("Deployer");
            case 1 -> Optional.of("Publisher");
            case 3 -> Optional.of("Risk steward");
            case 4 -> Optional.of("Foundation");
            default -> Optional.empty();
        };
    }

    static Address address(Credentials credentials) {
        return Address.parse(credentials.getAddress());
    }

    static List<Address> addresses(List<Credentials> people) {
        return people.stream().map(LocalPeople::address).toList();
    }
}
