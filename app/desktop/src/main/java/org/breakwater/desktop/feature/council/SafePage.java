package org.breakwater.desktop.feature.council;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.safe.NonceOrder.Position;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.TokenAmount;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.wording.Finding;

/// One Safe as its page shows it.
///
/// @param name what it is for
/// @param roles what it may do in the protocol
/// @param slots what waits, in nonce order
/// @param executed newest first
record SafePage(
        Address address,
        String name,
        SafeDomain domain,
        int threshold,
        List<Owner> owners,
        Build build,
        List<TokenAmount> balances,
        List<Role> roles,
        List<Slot> slots,
        List<Done> executed,
        List<Message> messages) {

    /// @param signed the nonces of what waits that carry the owner's signature, recovered here
    record Owner(Address address, List<BigInteger> signed) {}

    /// How it is built, by its storage.
    record Build(
            String version,
            Address singleton,
            List<Address> modules,
            Optional<Address> guard,
            Optional<Address> moduleGuard,
            Optional<Address> fallbackHandler,
            BigInteger nonce) {}

    /// @param delay seconds between announcing and executing
    record Role(String name, long delay) {}

    /// What wants one nonce.
    record Slot(BigInteger nonce, Position position, List<Row> rows) {

        boolean isContested() {
            return rows.size() > 1;
        }
    }

    /// A waiting transaction.
    ///
    /// @param sentence computed from its bytes
    /// @param words what its proposer says of it
    /// @param signers who signed, recovered over our hash
    record Row(
            Hash32 hash,
            BigInteger nonce,
            String sentence,
            Address to,
            Optional<Address> proposer,
            String words,
            Instant submitted,
            List<String> signers,
            List<Finding> findings) {

        Severity worst() {
            return Finding.worst(findings);
        }
    }

    /// An executed transaction.
    ///
    /// @param sentence what it did, where its bytes were found and proved by the hash
    record Done(BigInteger nonce, Optional<String> sentence, Hash32 hash, Instant at, long block, boolean succeeded) {}

    record Message(Hash32 message, long block) {}

    /// What waits, contested or not.
    long waiting() {
        return slots.stream().mapToLong(slot -> slot.rows().size()).sum();
    }

    List<Slot> contested() {
        return slots.stream().filter(Slot::isContested).toList();
    }
}
