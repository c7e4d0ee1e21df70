package org.breakwater.core.safe;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Quotation;

/// The published versions of the Safe contracts, oldest first, and in what they differ for someone who signs. What a
/// version does is read from its source; one that is not listed here is not guessed at.
public enum SafeVersion {
    /// The last before 1.0.0: the field `baseGas` is named `dataGas`.
    V0_1_0("0.1.0"),
    /// The last that can create a contract, and the last that does not know signatures of `eth_sign`.
    V1_0_0("1.0.0"),
    /// The first with a fallback handler.
    V1_1_0("1.1.0"),
    /// The most used of its time.
    V1_1_1("1.1.1"),
    /// The last whose signatures are valid on every chain, and the last that can change its own singleton.
    V1_2_0("1.2.0"),
    /// The first with a chain id in the domain, and with a guard.
    V1_3_0("1.3.0"),
    /// Published, and little used.
    V1_4_0("1.4.0"),
    /// The last whose owners that are contracts are asked about the preimage of a hash.
    V1_4_1("1.4.1"),
    /// The first with a guard of modules, and that asks owners that are contracts about a hash.
    V1_5_0("1.5.0");

    private static final String L2 = "+L2";

    private final String number;

    SafeVersion(String number) {
        this.number = number;
    }

    /// Reads what a Safe's `VERSION` answers. The transaction service marks singletons for rollups with `+L2`; they
    /// sign in the same way.
    ///
    /// @throws ProblemException for a version that is not listed here
    public static SafeVersion parse(String text) throws ProblemException {
        var plain = text.endsWith(L2) ? text.substring(0, text.length() - L2.length()) : text;
        return Arrays.stream(values())
                .filter(version -> version.number.equals(plain))
                .findFirst()
                .orElseThrow(() -> new ProblemException(new Problem(
                        Quotation.of(text) + " is no version of the Safe contracts that this program knows.",
                        "Another version may hash and sign in another way.",
                        "It knows " + all() + ".")));
    }

    private static String all() {
        return Arrays.stream(values()).map(SafeVersion::toString).collect(Collectors.joining(", "));
    }

    public boolean isAtLeast(SafeVersion other) {
        return compareTo(other) >= 0;
    }

    /// Whether a signature is valid on one chain alone.
    public boolean hasChainInDomain() {
        return isAtLeast(V1_3_0);
    }

    /// The name of the field for the gas that is added to a refund.
    public String baseGasName() {
        return isAtLeast(V1_0_0) ? "baseGas" : "dataGas";
    }

    public boolean knows(Operation operation) {
        return operation != Operation.CREATE || !isAtLeast(V1_1_0);
    }

    /// Whether signatures of `eth_sign` are valid.
    public boolean knowsEthSign() {
        return isAtLeast(V1_1_0);
    }

    @Override
    public String toString() {
        return number;
    }
}
