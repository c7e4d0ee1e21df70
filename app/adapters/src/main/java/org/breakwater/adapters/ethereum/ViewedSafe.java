package org.breakwater.adapters.ethereum;

import com.esaulpaugh.headlong.abi.Function;
import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeConfiguration;
import org.breakwater.core.safe.SafeStorage;
import org.breakwater.core.value.Address;

/// A Safe as of one block, by its storage.
record ViewedSafe(BlockView view, Address safe) {

    private static final Function VERSION = Function.parse("VERSION()", "(string)");

    /// What the code behind it answers to `VERSION()`.
    String version() throws ProblemException {
        return view.call("the version of " + safe, safe, VERSION).get(0);
    }

    /// What the code behind it answers, if it is such code.
    Optional<String> versionIfAny() throws ProblemException {
        return view.attempt("the version of " + safe, safe, VERSION).map(answer -> answer.get(0));
    }

    /// Any contract has such a word, whatever it means there.
    BigInteger threshold() throws ProblemException {
        return view.storage(safe, SafeStorage.THRESHOLD).bytes().toUnsigned();
    }

    SafeConfiguration configuration() throws ProblemException {
        return new SafeStorage(safe, view::storage).configuration();
    }
}
