package org.breakwater.core.acting;

import java.util.List;
import java.util.Optional;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.value.Address;

/// Who signs on this machine with keys and programs of their own.
///
/// @param unlisted whose key files are here, and who are on no list
/// @param folder where key files are
/// @param problem why the list could not be read; nobody signs then
public record KeyringState(
        List<OwnSigner> signers, AutoLock autoLock, List<Address> unlisted, String folder, Optional<Problem> problem) {

    /// Nobody, and nowhere to keep anybody.
    public static final KeyringState EMPTY =
            new KeyringState(List.of(), AutoLock.STANDARD, List.of(), "", Optional.empty());

    public KeyringState {
        signers = List.copyOf(signers);
        unlisted = List.copyOf(unlisted);
    }

    public List<Person> people() {
        return signers.stream().map(OwnSigner::person).toList();
    }

    public Optional<OwnSigner> find(Address address) {
        return signers.stream()
                .filter(signer -> signer.person().address().equals(address))
                .findFirst();
    }

    /// Whether somebody's passphrase is asked for before they sign.
    public boolean isLocked(Person person) {
        return find(person.address()).filter(OwnSigner::isLocked).isPresent();
    }

    public boolean hasUnlocked() {
        return signers.stream().anyMatch(OwnSigner::isUnlocked);
    }
}
