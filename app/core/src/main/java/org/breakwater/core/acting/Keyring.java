package org.breakwater.core.acting;

import java.util.List;
import java.util.SequencedMap;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Live;

/// Port: the keys and programs with which people sign on this machine, on every network. Keys stay behind it. All of it
/// but the state is blocking; passphrases are wiped when a call returns, however it returns.
public interface Keyring {

    /// How long a passphrase for a new key is at least.
    int LEAST_PASSPHRASE = 12;

    /// Characters of a keystore file.
    int MOST_DOCUMENT = 64 << 10;

    /// As it stands, and as it changes.
    Live<KeyringState> state();

    /// Makes a new key. It is locked.
    ///
    /// @param passphrase of {@link #LEAST_PASSPHRASE} characters at least
    Person create(String name, char[] passphrase) throws ProblemException;

    /// Takes a key from a keystore file. It is encrypted anew with the same passphrase, and locked.
    ///
    /// @param document what the file says
    /// @param source the file's name
    Person importKey(String name, String document, String source, char[] passphrase) throws ProblemException;

    /// Puts a key whose file is here on the list.
    Person list(String name, Address address) throws ProblemException;

    void rename(Address address, String name) throws ProblemException;

    /// Takes somebody off the list. A key's file stays where it is.
    void remove(Address address) throws ProblemException;

    /// For whom a program says that it signs. It may ask its own user first.
    List<Address> accounts(ExternalProgram program) throws ProblemException;

    /// Puts accounts of a program on the list.
    ///
    /// @param names by address
    void add(ExternalProgram program, SequencedMap<Address, String> names) throws ProblemException;

    /// Looks whether something listens where the programs are, and reads the list again. Nothing is asked of them.
    void look() throws ProblemException;

    /// @throws ProblemException for another passphrase
    void unlock(Address address, char[] passphrase) throws ProblemException;

    /// Locks every key, at once.
    void lock();

    void lockAfter(AutoLock autoLock) throws ProblemException;
}
