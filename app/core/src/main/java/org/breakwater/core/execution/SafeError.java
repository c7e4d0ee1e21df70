package org.breakwater.core.execution;

import java.util.Arrays;
import java.util.Optional;

/// The errors of the Safe contracts since 1.3.0 (`docs/error_codes.md` and the sources of 1.3.0 to 1.5.0), in words.
public enum SafeError {
    GS000("the Safe could not be set up"),
    GS001("the Safe has no threshold; it was never set up"),
    GS002("the contract that sets up modules has no code"),
    GS010("there is not enough gas for the call that the transaction asks for"),
    GS011("the refund in the network's own currency could not be paid"),
    GS012("the refund in a token could not be paid"),
    GS013("the call itself fails"),
    GS020("there are fewer signatures than the threshold asks for"),
    GS021("a contract's signature lies among the other signatures"),
    GS022("a contract's signature has no length"),
    GS023("a contract's signature is cut short"),
    GS024("a contract does not confirm its signature"),
    GS025("an owner has not approved the hash"),
    GS026("a signature is not of an owner, is not over this hash and nonce, or is out of order"),
    GS027("the hash is not that of the signed data"),
    GS028("a signature over P-256 is not valid"),
    GS030("only an owner approves a hash"),
    GS031("only the Safe itself may call this"),
    GS100("the Safe's modules were set up before"),
    GS101("this may not be a module"),
    GS102("the module is enabled already"),
    GS103("the module before it in the list is another one"),
    GS104("only an enabled module may call this"),
    GS105("the list of modules does not begin there"),
    GS106("no modules were asked for"),
    GS200("the Safe's owners were set up before"),
    GS201("the threshold is above the number of owners"),
    GS202("the threshold is zero"),
    GS203("this may not be an owner"),
    GS204("it is an owner already"),
    GS205("the owner before it in the list is another one"),
    GS300("the guard does not say that it is one"),
    GS301("the guard of modules does not say that it is one"),
    GS400("the Safe may not be its own fallback handler");

    private final String words;

    SafeError(String words) {
        this.words = words;
    }

    /// The error that a contract names, if it names one.
    public static Optional<SafeError> of(String text) {
        return Arrays.stream(values())
                .filter(error -> error.name().equals(text))
                .findFirst();
    }

    /// A clause without a full stop.
    public String words() {
        return words;
    }
}
