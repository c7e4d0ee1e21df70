package org.breakwater.desktop.feature.emergency;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.council.Council.WatchedSafe;
import org.breakwater.core.emergency.PauseFact;
import org.breakwater.core.emergency.PausePlan;
import org.breakwater.core.safe.QueuedTransaction;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Hash32;

/// All that a guardian needs who decides on a pause, from one block.
///
/// @param guardian the Safe that may pause; empty where none of those that are watched here may
/// @param pools that can be stopped, by number
/// @param waiting pauses that wait for signatures or for being sent, by nonce
/// @param subject the pause that is decided on; empty while something is still to be chosen
/// @param longest a pause may last
/// @param coolDown after it
record PausePage(
        BlockRef block,
        Optional<WatchedSafe> guardian,
        List<Pool> pools,
        List<Waiting> waiting,
        Optional<Subject> subject,
        Duration longest,
        Duration coolDown) {

    /// @param assets in words
    record Pool(long id, String name, String assets) {}

    /// A pause in the Safe's queue.
    record Waiting(QueuedTransaction transaction, String words, int signed) {

        Hash32 hash() {
            return transaction.hash().hash();
        }
    }

    /// What was reviewed as it stands.
    ///
    /// @param contract the `EmergencyGuardian`
    /// @param transaction as it waits, or as it would be written
    /// @param isWritten whether it waits already
    /// @param words what it does
    /// @param where the pool by name, or "every pool"
    /// @param facts what is true now; nothing once it was executed
    /// @param executedIn the network's transaction that carried it out
    /// @param inForce until when the contract has what it stops stopped; empty while it does not
    record Subject(
            Address contract,
            PausePlan plan,
            QueuedTransaction transaction,
            boolean isWritten,
            String words,
            String where,
            List<PauseFact> facts,
            Optional<Hash32> executedIn,
            Optional<Instant> inForce) {

        Subject {
            facts = List.copyOf(facts);
        }

        Hash32 hash() {
            return transaction.hash().hash();
        }

        /// The first thing for which the contract would refuse it.
        Optional<PauseFact> refusal() {
            return facts.stream().filter(PauseFact::refuses).findFirst();
        }
    }

    PausePage {
        pools = List.copyOf(pools);
        waiting = List.copyOf(waiting);
    }
}
