package org.breakwater.core.safe;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;

/// Where a Safe keeps what it is (`SafeStorage.sol`; the same from 1.0.0 to 1.5.0). A Safe's own view functions run the
/// code behind it, which may lie; its storage does not.
public final class SafeStorage {

    public static final Hash32 SINGLETON = slot(0);
    public static final Hash32 OWNER_COUNT = slot(3);
    public static final Hash32 THRESHOLD = slot(4);
    public static final Hash32 NONCE = slot(5);

    /// `guard_manager.guard.address`, since 1.3.0
    public static final Hash32 GUARD = Keccak.hash("guard_manager.guard.address");

    /// `module_manager.module_guard.address`, since 1.5.0
    public static final Hash32 MODULE_GUARD = Keccak.hash("module_manager.module_guard.address");

    /// `fallback_manager.handler.address`, since 1.1.0
    public static final Hash32 FALLBACK_HANDLER = Keccak.hash("fallback_manager.handler.address");

    private static final long MODULES = 1;
    private static final long OWNERS = 2;
    private static final long APPROVED_HASHES = 8;

    /// Begins and ends the lists of owners and modules.
    public static final Address SENTINEL = address(Word.of(1));

    /// Longer lists than any published Safe is known to have.
    private static final int MOST_LISTED = 200;

    private final Address safe;
    private final Reader reader;

    public SafeStorage(Address safe, Reader reader) {
        this.safe = safe;
        this.reader = reader;
    }

    /// Port: a word of an account's storage.
    @FunctionalInterface
    public interface Reader {
        Hash32 read(Address account, Hash32 slot) throws ProblemException;
    }

    public SafeConfiguration configuration() throws ProblemException {
        var owners = list(OWNERS);
        if (!number(OWNER_COUNT).equals(BigInteger.valueOf(owners.size()))) {
            throw new ProblemException(new Problem(
                    "The Safe " + safe + " counts other owners than its list has.",
                    "Its storage was written by something else than its own functions.",
                    "Sign nothing for it, and find out what changed it."));
        }
        return new SafeConfiguration(
                safe,
                address(SINGLETON).orElse(Address.ZERO),
                owners,
                number(THRESHOLD),
                number(NONCE),
                list(MODULES),
                address(GUARD),
                address(MODULE_GUARD),
                address(FALLBACK_HANDLER));
    }

    /// Whether an owner has approved a hash on chain.
    public boolean hasApproved(Address owner, Hash32 hash) throws ProblemException {
        return !reader.read(safe, approval(owner, hash)).bytes().isFilledWith(0, 0, Word.LENGTH);
    }

    /// The slot of `approvedHashes[owner][hash]`.
    public static Hash32 approval(Address owner, Hash32 hash) {
        var ofOwner = Keccak.hash(Bytes.concat(Word.of(owner), Word.of(APPROVED_HASHES)));
        return Keccak.hash(Bytes.concat(Word.of(hash), Word.of(ofOwner)));
    }

    /// The slot of an owner's entry in the list of owners.
    public static Hash32 ownerEntry(Address owner) {
        return entry(owner, OWNERS);
    }

    /// The slot of a module's entry in the list of modules.
    public static Hash32 moduleEntry(Address module) {
        return entry(module, MODULES);
    }

    private static Hash32 entry(Address listed, long mapping) {
        return Keccak.hash(Bytes.concat(Word.of(listed), Word.of(mapping)));
    }

    private static Hash32 slot(long number) {
        return new Hash32(Word.of(number));
    }

    private static Address address(Bytes word) {
        return new Address(word.slice(Word.LENGTH - Address.LENGTH, Word.LENGTH));
    }

    private BigInteger number(Hash32 slot) throws ProblemException {
        return reader.read(safe, slot).bytes().toUnsigned();
    }

    private Optional<Address> address(Hash32 slot) throws ProblemException {
        var account = address(reader.read(safe, slot).bytes());
        return account.isZero() ? Optional.empty() : Optional.of(account);
    }

    /// A linked list: each entry's slot holds the next, from the sentinel round to it.
    private List<Address> list(long mapping) throws ProblemException {
        var listed = new ArrayList<Address>();
        var at = SENTINEL;
        while (listed.size() <= MOST_LISTED) {
            var next = address(entry(at, mapping));
            if (next.isEmpty() || next.get().equals(SENTINEL)) {
                return listed;
            }
            at = next.get();
            listed.add(at);
        }
        throw new ProblemException(Problem.of(
                "The Safe " + safe + " lists more than " + MOST_LISTED + " accounts.",
                "Check that it is a Safe, and ask another node."));
    }
}
