package org.breakwater.core.acting;

import java.util.Optional;
import org.breakwater.core.problem.Problem;

/// Somebody who signs on this machine with a key or a program of their own, and how that stands.
///
/// @param where the key's file, or the program's address
/// @param program that signs for them; a keystore file where there is none
public record OwnSigner(Person person, String where, Optional<ExternalProgram> program, Standing standing) {

    /// Whether somebody could sign now.
    public sealed interface Standing {

        /// A passphrase is asked for.
        record Locked() implements Standing {}

        /// No passphrase is asked for, until it locks.
        record Unlocked() implements Standing {}

        /// Its file cannot be used.
        record Unusable(Problem problem) implements Standing {}

        /// Nobody has looked whether something listens there.
        record Unknown() implements Standing {}

        /// Something listens there. Whether it signs is known when it is asked.
        record Listens() implements Standing {}

        /// Nothing listens there.
        record Silent() implements Standing {}
    }

    public boolean isLocked() {
        return standing instanceof Standing.Locked;
    }

    public boolean isUnlocked() {
        return standing instanceof Standing.Unlocked;
    }
}
