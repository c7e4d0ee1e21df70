package org.breakwater.core.service;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.breakwater.core.safe.NonceOrder;
import org.breakwater.core.safe.QueuedTransaction;
import org.breakwater.core.safe.QueuedTransaction.Finding;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.ServedTransaction;
import org.breakwater.core.safe.SignatureRecovery;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// Use case: asks a service for a Safe's queue and believes nothing of it. Blocking.
public record ReadServedQueue(TransactionService service, SignatureRecovery recovery) {

    /// @param owners of the Safe, from the chain
    /// @param next the Safe's nonce, from the chain
    /// @param known transactions that were seen before, from this service or from elsewhere; those of them that can
    ///     still be executed and are not told any more are named
    public ServedQueue read(
            SafeDomain domain, Collection<Address> owners, BigInteger next, Collection<QueuedTransaction> known)
            throws ServiceException {
        var told = service.queue(domain.safe(), next);
        var judging = new Judging(domain, owners, next, recovery);
        told.shown().rows().forEach(judging::shown);
        told.hidden().rows().forEach(judging::hidden);
        if (!told.shown().isComplete()) {
            judging.findings.add(new ServiceFinding.FewerThanCounted(
                    told.shown().rows().size(), told.shown().counted()));
        }
        known.forEach(judging::requireTold);
        return judging.queue(told);
    }

    /// One transaction, asked for by its hash.
    ///
    /// @param owners of the Safe, from the chain
    /// @param next the Safe's nonce, from the chain
    /// @return a queue of that transaction alone, or of none where the service tells another Safe's
    public ServedQueue transaction(SafeDomain domain, Collection<Address> owners, BigInteger next, Hash32 safeTxHash)
            throws ServiceException {
        var judging = new Judging(domain, owners, next, recovery);
        judging.shown(service.transaction(safeTxHash));
        return judging.queue(new ToldQueue(new Listed<>(List.of(), 0), new Listed<>(List.of(), 0), Optional.empty()));
    }

    /// One queue, row by row.
    private static final class Judging {

        private final SafeDomain domain;
        private final Collection<Address> owners;
        private final BigInteger next;
        private final SignatureRecovery recovery;
        private final Set<Hash32> seen = new HashSet<>();
        private final List<QueuedTransaction> waiting = new ArrayList<>();
        private final List<QueuedTransaction> spam = new ArrayList<>();
        private final List<ServiceFinding> findings = new ArrayList<>();

        Judging(SafeDomain domain, Collection<Address> owners, BigInteger next, SignatureRecovery recovery) {
            this.domain = domain;
            this.owners = owners;
            this.next = next;
            this.recovery = recovery;
        }

        void shown(ServedTransaction served) {
            judged(served).ifPresent(transaction -> {
                findOdd(transaction);
                if (!isSigned(transaction)) {
                    findings.add(new ServiceFinding.NobodySigned(transaction));
                }
                waiting.add(transaction);
            });
        }

        /// What nobody has signed stays apart, whatever it says of itself.
        void hidden(ServedTransaction served) {
            judged(served).ifPresent(transaction -> {
                if (isSigned(transaction)) {
                    findOdd(transaction);
                    findings.add(new ServiceFinding.HiddenThoughSigned(transaction));
                    waiting.add(transaction);
                } else {
                    spam.add(transaction);
                }
            });
        }

        private Optional<QueuedTransaction> judged(ServedTransaction served) {
            if (!served.safe().equals(domain.safe())) {
                findings.add(new ServiceFinding.OtherSafe(served));
                return Optional.empty();
            }
            if (!domain.version().knows(served.transaction().operation())) {
                findings.add(new ServiceFinding.UnknownOperation(served));
                return Optional.empty();
            }
            var transaction = QueuedTransaction.of(domain, served, owners, recovery);
            if (!seen.add(transaction.hash().hash())) {
                findings.add(new ServiceFinding.Repeated(transaction.hash().hash()));
                return Optional.empty();
            }
            return Optional.of(transaction);
        }

        private void findOdd(QueuedTransaction transaction) {
            if (!transaction.hasStatedHash()) {
                findings.add(new ServiceFinding.OtherHash(transaction.served(), transaction.hash()));
            }
            if (transaction.transaction().nonce().compareTo(next) < 0) {
                findings.add(new ServiceFinding.BelowNonce(transaction));
            }
            transaction
                    .doubtful()
                    .forEach(signed -> findings.add(new ServiceFinding.DoubtfulSignature(transaction, signed)));
        }

        private static boolean isSigned(QueuedTransaction transaction) {
            return transaction.signatures().stream()
                    .anyMatch(signed -> signed.finding() == Finding.VALID || signed.finding() == Finding.OTHER_OWNER);
        }

        void requireTold(QueuedTransaction known) {
            if (known.transaction().nonce().compareTo(next) >= 0
                    && !seen.contains(known.hash().hash())) {
                findings.add(new ServiceFinding.Missing(known));
            }
        }

        ServedQueue queue(ToldQueue told) {
            return new ServedQueue(
                    NonceOrder.of(
                            next,
                            waiting,
                            transaction -> transaction.transaction().nonce()),
                    spam,
                    told.hidden().counted(),
                    told.hiddenFault(),
                    findings);
        }
    }
}
