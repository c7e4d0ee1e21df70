package org.breakwater.core.exchange;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.OwnerSignature;
import org.breakwater.core.safe.SafeHashCase;
import org.breakwater.core.safe.SafeSignature;
import org.breakwater.core.safe.SafeTxHash;
import org.breakwater.core.safe.SignatureRecovery;
import org.breakwater.core.value.Address;

/// A Safe transaction, the signatures that it has so far, and why it is wanted.
///
/// It never holds a signature that was not recovered over its hash here, or that says to be of somebody who is no
/// owner. An approved hash and a contract's signature are claims until the chain confirms them. Whatever is put
/// together from the same parts is equal, in whichever order they came.
public final class SharedTransaction {

    /// How many owners' signatures there may be.
    public static final int MOST_SIGNATURES = 100;

    /// How many reasons there may be.
    public static final int MOST_REASONS = 20;

    private final SafeHashCase subject;
    private final SortedMap<Address, OwnerSignature> signatures;
    private final SortedSet<Reason> reasons;

    private SharedTransaction(
            SafeHashCase subject, SortedMap<Address, OwnerSignature> signatures, SortedSet<Reason> reasons) {
        this.subject = subject;
        this.signatures = Collections.unmodifiableSortedMap(signatures);
        this.reasons = Collections.unmodifiableSortedSet(reasons);
    }

    /// A transaction that nobody has signed.
    public static SharedTransaction unsigned(SafeHashCase subject) {
        return new SharedTransaction(subject, new TreeMap<>(), new TreeSet<>());
    }

    /// A transaction with what was collected of its signatures.
    ///
    /// @param owners of the Safe, from the chain
    /// @throws ProblemException where one was not made by an owner over this hash
    public static SharedTransaction of(
            SafeHashCase subject,
            Collection<OwnerSignature> collected,
            Collection<Address> owners,
            SignatureRecovery recovery)
            throws ProblemException {
        var shared = unsigned(subject);
        for (var signature : collected) {
            shared = shared.signed(signature, owners, recovery);
        }
        return shared;
    }

    public SafeHashCase subject() {
        return subject;
    }

    public SafeTxHash hash() {
        return subject.hash();
    }

    /// In ascending order of their owners, each owner once.
    public List<OwnerSignature> signatures() {
        return List.copyOf(signatures.values());
    }

    /// In the order of their authors and words.
    public List<Reason> reasons() {
        return List.copyOf(reasons);
    }

    /// Signatures that only the chain can confirm.
    public List<OwnerSignature> claims() {
        return signatures.values().stream()
                .filter(signature -> !isRecovered(signature))
                .toList();
    }

    private static boolean isRecovered(OwnerSignature signature) {
        return switch (signature.signature()) {
            case SafeSignature.Ecdsa _, SafeSignature.EthSign _ -> true;
            case SafeSignature.ApprovedHash _, SafeSignature.Contract _ -> false;
        };
    }

    /// With one more signature.
    ///
    /// @param owners of the Safe, from the chain
    /// @throws ProblemException where it was not made by its owner over this hash, or its owner owns nothing
    public SharedTransaction signed(OwnerSignature signature, Collection<Address> owners, SignatureRecovery recovery)
            throws ProblemException {
        if (!signature.isOver(hash().hash(), recovery)) {
            throw refused(
                    "The signature filed under " + signature.owner() + " was not made by it over " + hash() + ".",
                    "It belongs to another transaction, or to nobody.");
        }
        if (!owners.contains(signature.owner())) {
            throw refused(
                    signature.owner() + " has signed and is no owner of the Safe "
                            + subject.domain().safe() + ".",
                    "Its signature counts for nothing there.");
        }
        if (!signature.signature().isKnownTo(subject.domain().version())) {
            throw refused(
                    "A Safe of version " + subject.domain().version() + " does not accept the signature of "
                            + signature.owner() + ".",
                    "It was made with eth_sign, which that version does not know.");
        }
        return with(List.of(signature), List.of());
    }

    private static ProblemException refused(String happened, String meaning) {
        return new ProblemException(new Problem(
                happened, meaning, "Ask the one who gave it to you, and have it signed and handed over again."));
    }

    /// With one more reason.
    public SharedTransaction because(Reason reason) throws ProblemException {
        return with(List.of(), List.of(reason));
    }

    /// With all that another one of the same transaction has.
    ///
    /// @throws ProblemException where the other one is of another transaction
    public SharedTransaction merged(SharedTransaction other) throws ProblemException {
        if (!subject.equals(other.subject)) {
            throw new ProblemException(new Problem(
                    "These are two transactions: " + hash() + " and " + other.hash() + ".",
                    "A signature for the one is none for the other.",
                    "Keep them apart, and find out which one is wanted."));
        }
        return with(other.signatures.values(), other.reasons);
    }

    private SharedTransaction with(Collection<OwnerSignature> more, Collection<Reason> moreReasons)
            throws ProblemException {
        var all = new TreeMap<>(signatures);
        more.forEach(signature -> all.merge(signature.owner(), signature, SharedTransaction::stronger));
        var why = new TreeSet<>(reasons);
        why.addAll(moreReasons);
        if (all.size() > MOST_SIGNATURES || why.size() > MOST_REASONS) {
            throw new ProblemException(Problem.of(
                    "A shared transaction has at most " + MOST_SIGNATURES + " signatures and " + MOST_REASONS
                            + " reasons.",
                    "Leave some reasons out."));
        }
        return new SharedTransaction(subject, all, why);
    }

    /// Of two signatures of one owner the one that needs no chain to be believed; of two alike the one whose bytes come
    /// first, so that the order of merging does not matter.
    private static OwnerSignature stronger(OwnerSignature one, OwnerSignature other) {
        if (isRecovered(one) != isRecovered(other)) {
            return isRecovered(one) ? one : other;
        }
        return single(one).compareTo(single(other)) <= 0 ? one : other;
    }

    private static String single(OwnerSignature signature) {
        return OwnerSignature.inOwnerOrder(List.of(signature)).toHex();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SharedTransaction shared
                && subject.equals(shared.subject)
                && signatures.equals(shared.signatures)
                && reasons.equals(shared.reasons);
    }

    @Override
    public int hashCode() {
        return subject.hashCode();
    }

    @Override
    public String toString() {
        return hash() + " with " + signatures.size() + " signatures";
    }
}
