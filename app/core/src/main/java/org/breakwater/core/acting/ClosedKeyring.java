package org.breakwater.core.acting;

import java.util.List;
import java.util.SequencedMap;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Live;

/// The keyring of a console that only watches: no list was read and no file of a key opened.
public final class ClosedKeyring implements Keyring {

    private final Live<KeyringState> state = new Live<>(KeyringState.EMPTY);

    @Override
    public Live<KeyringState> state() {
        return state;
    }

    @Override
    public Person create(String name, char[] passphrase) throws ProblemException {
        throw new ProblemException(Watching.refusal());
    }

    @Override
    public Person importKey(String name, String document, String source, char[] passphrase) throws ProblemException {
        throw new ProblemException(Watching.refusal());
    }

    @Override
    public Person list(String name, Address address) throws ProblemException {
        throw new ProblemException(Watching.refusal());
    }

    @Override
    public void rename(Address address, String name) throws ProblemException {
        throw new ProblemException(Watching.refusal());
    }

    @Override
    public void remove(Address address) throws ProblemException {
        throw new ProblemException(Watching.refusal());
    }

    @Override
    public List<Address> accounts(ExternalProgram program) throws ProblemException {
        throw new ProblemException(Watching.refusal());
    }

    @Override
    public void add(ExternalProgram program, SequencedMap<Address, String> names) throws ProblemException {
        throw new ProblemException(Watching.refusal());
    }

    /// There is nothing to look at.
    @Override
    public void look() {}

    @Override
    public void unlock(Address address, char[] passphrase) throws ProblemException {
        throw new ProblemException(Watching.refusal());
    }

    /// Nothing is unlocked.
    @Override
    public void lock() {}

    @Override
    public void lockAfter(AutoLock autoLock) throws ProblemException {
        throw new ProblemException(Watching.refusal());
    }
}
