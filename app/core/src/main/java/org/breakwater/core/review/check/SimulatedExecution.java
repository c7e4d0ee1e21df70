package org.breakwater.core.review.check;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.chain.SimulatedCall;
import org.breakwater.core.safe.ExecTransaction;
import org.breakwater.core.safe.OwnerSignature;
import org.breakwater.core.safe.SafeConfiguration;
import org.breakwater.core.safe.SafeSignature;
import org.breakwater.core.safe.SafeStorage;
import org.breakwater.core.safe.SafeTransaction;
import org.breakwater.core.safe.SafeTxHash;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Word;

/// The execution of a transaction as if its owners had approved it on chain. Nothing else about the Safe is made up:
/// its threshold, guard and modules stay in force.
public final class SimulatedExecution {

    private SimulatedExecution() {}

    public static SimulatedCall of(SafeConfiguration safe, SafeTransaction transaction, SafeTxHash hash)
            throws ProblemException {
        if (safe.threshold().signum() == 0
                || safe.threshold().compareTo(BigInteger.valueOf(safe.owners().size())) > 0) {
            throw new ProblemException(Problem.of(
                    "The Safe wants " + safe.threshold() + " signatures and has "
                            + safe.owners().size() + " owners.",
                    "Find out what changed it."));
        }
        var approving = safe.owners().stream()
                .sorted()
                .limit(safe.threshold().intValueExact())
                .toList();
        return new SimulatedCall(
                approving.getFirst(),
                safe.address(),
                ExecTransaction.encode(transaction, approvals(approving)),
                stored(approving, hash.hash(), transaction.nonce()),
                List.copyOf(ConfigurationSlots.of(safe).keySet()),
                Optional.empty());
    }

    private static Bytes approvals(List<Address> approving) {
        return OwnerSignature.inOwnerOrder(approving.stream()
                .map(owner -> new OwnerSignature(owner, new SafeSignature.ApprovedHash(owner)))
                .toList());
    }

    private static Map<Hash32, Hash32> stored(List<Address> approving, Hash32 hash, BigInteger nonce) {
        var stored = new HashMap<Hash32, Hash32>();
        for (var owner : approving) {
            stored.put(SafeStorage.approval(owner, hash), new Hash32(Word.of(1)));
        }
        stored.put(SafeStorage.NONCE, new Hash32(Word.of(nonce)));
        return stored;
    }
}
