package org.breakwater.core.acting;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.breakwater.core.exchange.Reason;
import org.breakwater.core.exchange.SharedTransaction;
import org.breakwater.core.exchange.SharedTransactions;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.OwnerSignature;
import org.breakwater.core.safe.ServedTransaction;
import org.breakwater.core.service.SafeProposal;
import org.breakwater.core.service.ServiceException;
import org.breakwater.core.service.ServiceFault;
import org.breakwater.core.service.TransactionService;
import org.breakwater.core.signing.SignatureLedger;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// Use case: keeps a transaction with its signatures on this machine, then hands it in to the service, if there is one.
/// A service that does not answer costs nothing: what was kept is handed in again later, or goes by file.
public final class ShareTransaction {

    private final SharedTransactions kept;
    private final Supplier<Optional<TransactionService>> service;
    private final SignatureLedger ledger;

    /// @param service the one to hand in to now, if there is one
    public ShareTransaction(
            SharedTransactions kept, Supplier<Optional<TransactionService>> service, SignatureLedger ledger) {
        this.kept = kept;
        this.service = service;
        this.ledger = ledger;
    }

    /// @return how far it came
    /// @throws ProblemException where it could not be kept
    public HandedOn share(SharedTransaction transaction) throws ProblemException {
        var known = kept.keep(transaction);
        var present = service.get();
        if (present.isEmpty() || known.signatures().isEmpty()) {
            return new HandedOn.OnlyHere();
        }
        try {
            handIn(present.get(), known);
        } catch (ServiceException failed) {
            return new HandedOn.NotServed(failed.fault().problem());
        }
        noteHandedOver(known, present.get().name());
        return new HandedOn.Served(present.get().name());
    }

    /// Writes down that a transaction left this machine with the signatures that were made here.
    ///
    /// @param where a file's name, a service's
    public void noteHandedOver(SharedTransaction transaction, String where) throws ProblemException {
        var hash = transaction.hash().hash();
        var signers =
                transaction.signatures().stream().map(OwnerSignature::owner).toList();
        var madeHere = ledger.all().stream()
                .filter(made -> made.hash().equals(hash) && signers.contains(made.signer()))
                .toList();
        for (var made : madeHere) {
            if (made.handedOver().stream().noneMatch(before -> before.where().equals(where))) {
                ledger.handedOver(transaction.subject(), made.signer(), where);
            }
        }
    }

    private static void handIn(TransactionService service, SharedTransaction transaction) throws ServiceException {
        var hash = transaction.hash().hash();
        var told = told(service, hash);
        if (told.isEmpty()) {
            propose(service, transaction);
        }
        var before = told.map(ServedTransaction::confirmations).orElse(List.of()).stream()
                .map(ServedTransaction.Confirmation::owner)
                .toList();
        for (var signature : transaction.signatures()) {
            if (!before.contains(signature.owner()) && !(told.isEmpty() && isFirst(transaction, signature.owner()))) {
                service.confirm(hash, OwnerSignature.inOwnerOrder(List.of(signature)));
            }
        }
    }

    private static boolean isFirst(SharedTransaction transaction, Address owner) {
        return transaction.signatures().getFirst().owner().equals(owner);
    }

    private static Optional<ServedTransaction> told(TransactionService service, Hash32 hash) throws ServiceException {
        try {
            return Optional.of(service.transaction(hash));
        } catch (ServiceException failed) {
            if (failed.fault() instanceof ServiceFault.Unknown) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    private static void propose(TransactionService service, SharedTransaction transaction) throws ServiceException {
        var first = transaction.signatures().getFirst();
        service.propose(new SafeProposal(
                transaction.subject().domain(),
                transaction.subject().transaction(),
                first.owner(),
                Optional.of(OwnerSignature.inOwnerOrder(List.of(first))),
                origin(transaction)));
    }

    /// The first reason, as far as a service takes it.
    private static String origin(SharedTransaction transaction) {
        var words =
                transaction.reasons().stream().map(Reason::words).findFirst().orElse("");
        if (words.length() <= SafeProposal.MOST_ORIGIN) {
            return words;
        }
        var end = SafeProposal.MOST_ORIGIN;
        return words.substring(0, Character.isHighSurrogate(words.charAt(end - 1)) ? end - 1 : end);
    }
}
