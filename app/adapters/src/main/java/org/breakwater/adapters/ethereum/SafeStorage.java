package org.breakwater.adapters.ethereum;

import com.esaulpaugh.headlong.abi.Function;
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

/// A Safe as of one block, by its storage (`SafeStorage.sol`; the same in 1.3.0, 1.4.1 and 1.5.0). A Safe's own view
/// functions run the code behind it, which may lie; its storage does not.
record SafeStorage(BlockView view, Address safe) {

    private static final Function VERSION = Function.parse("VERSION()", "(string)");

    private static final long SINGLETON = 0;
    private static final long MODULES = 1;
    private static final long OWNERS = 2;
    private static final long OWNER_COUNT = 3;
    private static final long THRESHOLD = 4;
    private static final long NONCE = 5;

    private static final Hash32 GUARD = Keccak.hash("guard_manager.guard.address");
    private static final Hash32 MODULE_GUARD = Keccak.hash("module_manager.module_guard.address");
    private static final Hash32 FALLBACK_HANDLER = Keccak.hash("fallback_manager.handler.address");

    /// Begins and ends the lists of owners and modules.
    private static final Address SENTINEL = new Address(Word.of(1).slice(Word.LENGTH - Address.LENGTH, Word.LENGTH));

    /// Longer lists than any published Safe is known to have.
    private static final int MOST_LISTED = 200;

    /// What the code behind it answers to `VERSION()`.
    String version() throws ProblemException {
        return view.call("the version of " + safe, safe, VERSION).get(0);
    }

    /// What the code behind it answers, if it is such code.
    Optional<String> versionIfAny() throws ProblemException {
        return view.attempt("the version of " + safe, safe, VERSION).map(answer -> answer.get(0));
    }

    Address singleton() throws ProblemException {
        return address(slot(SINGLETON)).orElse(Address.ZERO);
    }

    /// In the contract's order.
    List<Address> owners() throws ProblemException {
        var owners = list(OWNERS);
        if (!number(OWNER_COUNT).equals(BigInteger.valueOf(owners.size()))) {
            throw new ProblemException(new Problem(
                    "The Safe " + safe + " counts other owners than its list has.",
                    "Its storage was written by something else than its own functions.",
                    "Sign nothing for it, and find out what changed it."));
        }
        return owners;
    }

    BigInteger threshold() throws ProblemException {
        return number(THRESHOLD);
    }

    BigInteger nonce() throws ProblemException {
        return number(NONCE);
    }

    /// In the contract's order.
    List<Address> modules() throws ProblemException {
        return list(MODULES);
    }

    Optional<Address> guard() throws ProblemException {
        return address(GUARD);
    }

    Optional<Address> moduleGuard() throws ProblemException {
        return address(MODULE_GUARD);
    }

    Optional<Address> fallbackHandler() throws ProblemException {
        return address(FALLBACK_HANDLER);
    }

    private static Hash32 slot(long number) {
        return new Hash32(Word.of(number));
    }

    private BigInteger number(long slot) throws ProblemException {
        return view.storage(safe, slot(slot)).bytes().toUnsigned();
    }

    private Optional<Address> address(Hash32 slot) throws ProblemException {
        var word = view.storage(safe, slot).bytes();
        var account = new Address(word.slice(Word.LENGTH - Address.LENGTH, Word.LENGTH));
        return account.isZero() ? Optional.empty() : Optional.of(account);
    }

    /// A linked list: each entry's slot holds the next, from the sentinel round to it.
    private List<Address> list(long mapping) throws ProblemException {
        var listed = new ArrayList<Address>();
        var at = SENTINEL;
        while (listed.size() <= MOST_LISTED) {
            var next = address(Keccak.hash(Bytes.concat(Word.of(at), Word.of(mapping))));
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
