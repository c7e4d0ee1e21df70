package org.breakwater.adapters.localnet;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.adapters.ethereum.KeyAccount;
import org.breakwater.adapters.localnet.world.Part;
import org.breakwater.adapters.signer.EthereumKey;
import org.breakwater.adapters.signer.KeyDevice;
import org.breakwater.core.acting.People;
import org.breakwater.core.acting.Person;
import org.breakwater.core.execution.PayingAccount;
import org.breakwater.core.localnet.NetworkDescription.Account;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.signing.SigningDevice;
import org.breakwater.core.value.Address;

/// The people of a local network, each with their key: listed are those who own its Safes, who vote, who watch, and the
/// keeper, who pays for others; everybody else is found by their address.
public final class LocalSigners implements People {

    /// In the order in which they are listed.
    private static final List<String> LISTED = List.of(
            Part.COUNCIL.title(),
            Part.GUARDIAN.title(),
            Part.KEEPER.title(),
            Part.FOUNDATION.title(),
            Part.VOTER.title(),
            Part.WATCHER.title());

    private final LocalKeys keys = new LocalKeys();
    private final List<Person> people;
    private final Map<Address, Person> everybody = new HashMap<>();

    public LocalSigners(List<Account> accounts) {
        this.people = accounts.stream()
                .filter(account -> LISTED.contains(account.part()))
                .sorted(Comparator.comparingInt(account -> LISTED.indexOf(account.part())))
                .map(LocalSigners::person)
                .toList();
        accounts.forEach(account -> everybody.putIfAbsent(account.address(), person(account)));
    }

    private static Person person(Account account) {
        return new Person(account.address(), account.name(), Person.Means.LOCAL_NETWORK);
    }

    @Override
    public List<Person> all() {
        return people;
    }

    @Override
    public Optional<Person> find(Address address) {
        return Optional.ofNullable(everybody.get(address));
    }

    @Override
    public SigningDevice device(Person person) throws ProblemException {
        return new KeyDevice(key(person.address()));
    }

    @Override
    public Optional<PayingAccount> account(Person person) throws ProblemException {
        return Optional.of(new KeyAccount(key(person.address())));
    }

    private EthereumKey key(Address address) throws ProblemException {
        return keys.of(address)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(address + " is nobody of this local network.", "Choose somebody who is.")));
    }
}
