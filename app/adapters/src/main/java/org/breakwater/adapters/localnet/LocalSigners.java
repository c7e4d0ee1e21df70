package org.breakwater.adapters.localnet;

import java.util.List;
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

/// The people of a local network who own its Safes, each with their key.
public final class LocalSigners implements People {

    private static final List<String> OWNING = List.of(Part.COUNCIL.title(), Part.GUARDIAN.title());

    private final LocalKeys keys = new LocalKeys();
    private final List<Person> people;

    public LocalSigners(List<Account> accounts) {
        this.people = accounts.stream()
                .filter(account -> OWNING.contains(account.part()))
                .map(account -> new Person(account.address(), account.name(), Person.Means.LOCAL_NETWORK))
                .toList();
    }

    @Override
    public List<Person> all() {
        return people;
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
