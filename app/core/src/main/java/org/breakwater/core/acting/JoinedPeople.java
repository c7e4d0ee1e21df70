package org.breakwater.core.acting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.execution.PayingAccount;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.signing.SigningDevice;
import org.breakwater.core.value.Address;

/// The people of a local network, and those who sign with keys of their own. Whoever is both signs with their own.
public record JoinedPeople(People local, People own) implements People {

    @Override
    public List<Person> all() {
        var theirOwn = own.all();
        var all = new ArrayList<Person>();
        local.all().stream()
                .filter(person ->
                        theirOwn.stream().noneMatch(each -> each.address().equals(person.address())))
                .forEach(all::add);
        all.addAll(theirOwn);
        return all;
    }

    @Override
    public SigningDevice device(Person person) throws ProblemException {
        return of(person).device(person);
    }

    @Override
    public Optional<PayingAccount> account(Person person) throws ProblemException {
        return of(person).account(person);
    }

    /// Also somebody of the local network who is not listed.
    @Override
    public Optional<Person> find(Address address) {
        return People.super.find(address).or(() -> local.find(address));
    }

    private People of(Person person) throws ProblemException {
        if (own.all().contains(person)) {
            return own;
        }
        if (local.find(person.address()).filter(person::equals).isPresent()) {
            return local;
        }
        throw new ProblemException(
                Problem.of(person.name() + " does not sign here any more.", "Choose somebody who does."));
    }
}
