package org.breakwater.core.acting;

import java.util.List;
import java.util.Optional;
import org.breakwater.core.execution.PayingAccount;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.signing.SigningDevice;
import org.breakwater.core.value.Address;

/// Port: who can sign on this machine. Keys stay behind it.
public interface People {

    /// Nobody: a window in which everything can be seen and nothing signed.
    People NOBODY = new People() {
        @Override
        public List<Person> all() {
            return List.of();
        }

        @Override
        public SigningDevice device(Person person) {
            throw new IllegalArgumentException("nobody can sign here");
        }

        @Override
        public Optional<PayingAccount> account(Person person) {
            return Optional.empty();
        }
    };

    /// In the order in which a person looks for them.
    List<Person> all();

    /// With what somebody signs.
    ///
    /// @throws ProblemException where it cannot be used now: a locked keystore, a signer that is not there
    SigningDevice device(Person person) throws ProblemException;

    /// From what somebody pays; empty where their device signs for Safes alone.
    Optional<PayingAccount> account(Person person) throws ProblemException;

    default Optional<Person> find(Address address) {
        return all().stream().filter(person -> person.address().equals(address)).findFirst();
    }
}
