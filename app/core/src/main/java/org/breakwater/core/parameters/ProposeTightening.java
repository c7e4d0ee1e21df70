package org.breakwater.core.parameters;

import java.math.BigInteger;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.SafeContract;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Keccak;

/// Use case: writes the Safe transaction that tightens a parameter, against the value and nonce in force.
public final class ProposeTightening {

    private final ParameterRegistry registry;
    private final SafeContract safes;

    public ProposeTightening(ParameterRegistry registry, SafeContract safes) {
        this.registry = registry;
        this.safes = safes;
    }

    /// Writes the transaction; nothing is sent and nobody has signed.
    ///
    /// @param rationale the published reason; its Keccak-256 goes on chain
    public TighteningProposal run(Address safe, ParameterId parameter, BigInteger newValue, String rationale)
            throws ProblemException {
        var oldValue = registry.value(parameter);
        var call = registry.tightenNow(parameter, newValue, Keccak.hash(rationale));
        var transaction =
                SafeTransaction.call(registry.address(), call, safes.state(safe).nonce());
        return new TighteningProposal(parameter, oldValue, newValue, safe, transaction);
    }
}
