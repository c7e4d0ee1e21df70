package org.breakwater.core.execution;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.OwnerSignature;
import org.breakwater.core.safe.SafeHashCase;
import org.breakwater.core.safe.SafeSignature;
import org.breakwater.core.safe.SafeState;
import org.breakwater.core.safe.SignatureRecovery;
import org.breakwater.core.value.Address;

/// Chooses the signatures with which a Safe executes a transaction: as many as its threshold asks for, each of a
/// present
/// owner and each proven, in ascending order of the owners. A Safe looks at no more, and ends at the first bad one.
final class ExactSignatures {

    private final ExecutionChain chain;
    private final SignatureRecovery recovery;

    ExactSignatures(ExecutionChain chain, SignatureRecovery recovery) {
        this.chain = chain;
        this.recovery = recovery;
    }

    /// The signatures that count now, in ascending order of their owners: those that were collected and are proven, and
    /// the
    /// approvals that the chain has.
    ///
    /// @param sender who sends the execution; an owner who does needs no signature
    List<OwnerSignature> counting(
            SafeHashCase subject, SafeState state, Collection<OwnerSignature> collected, Address sender)
            throws ProblemException {
        var proven = new HashMap<Address, OwnerSignature>();
        for (var signature : collected) {
            if (isProven(subject, state, signature, sender)) {
                proven.merge(signature.owner(), signature, ExactSignatures::cheaper);
            }
        }
        for (var owner : state.owners()) {
            if (!proven.containsKey(owner) && approves(subject, owner, sender)) {
                proven.put(owner, new OwnerSignature(owner, new SafeSignature.ApprovedHash(owner)));
            }
        }
        return proven.values().stream()
                .sorted(Comparator.comparing(OwnerSignature::owner))
                .toList();
    }

    List<OwnerSignature> choose(
            SafeHashCase subject, SafeState state, Collection<OwnerSignature> collected, Address sender)
            throws ProblemException {
        var counting = counting(subject, state, collected, sender);
        if (counting.size() < state.threshold()) {
            throw new ProblemException(Problem.of(
                    "This Safe needs " + state.threshold() + " signatures and has " + counting.size() + " that count.",
                    "Ask another owner to sign."));
        }
        return counting.stream()
                .sorted(Comparator.comparingInt(ExactSignatures::cost).thenComparing(OwnerSignature::owner))
                .limit(state.threshold())
                .sorted(Comparator.comparing(OwnerSignature::owner))
                .toList();
    }

    private boolean isProven(SafeHashCase subject, SafeState state, OwnerSignature signature, Address sender)
            throws ProblemException {
        var owner = signature.owner();
        return state.owners().contains(owner)
                && signature.signature().isKnownTo(subject.domain().version())
                && switch (signature.signature()) {
                    case SafeSignature.Ecdsa _, SafeSignature.EthSign _ ->
                        signature.isOver(subject.hash().hash(), recovery);
                    case SafeSignature.ApprovedHash _ -> approves(subject, owner, sender);
                    case SafeSignature.Contract(var _, var blob) ->
                        chain.confirms(subject.domain(), subject.hash(), owner, blob);
                };
    }

    private boolean approves(SafeHashCase subject, Address owner, Address sender) throws ProblemException {
        return owner.equals(sender)
                || chain.hasApproved(
                        subject.domain().safe(), owner, subject.hash().hash());
    }

    private static OwnerSignature cheaper(OwnerSignature one, OwnerSignature other) {
        return cost(one) <= cost(other) ? one : other;
    }

    /// In the order of what the chain does for it.
    private static int cost(OwnerSignature signature) {
        return switch (signature.signature()) {
            case SafeSignature.ApprovedHash _ -> 0;
            case SafeSignature.Ecdsa _ -> 1;
            case SafeSignature.EthSign _ -> 2;
            case SafeSignature.Contract _ -> 3;
        };
    }
}
