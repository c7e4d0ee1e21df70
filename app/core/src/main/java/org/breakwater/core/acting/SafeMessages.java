package org.breakwater.core.acting;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.breakwater.core.exchange.SafeOwners;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.safe.OwnerSignature;
import org.breakwater.core.safe.QueuedMessage;
import org.breakwater.core.safe.SafeDomain;
import org.breakwater.core.safe.ServedMessage;
import org.breakwater.core.safe.SignatureRecovery;
import org.breakwater.core.service.ServiceException;
import org.breakwater.core.service.TransactionService;
import org.breakwater.core.signing.MessageRequest;
import org.breakwater.core.signing.SignMessage;
import org.breakwater.core.signing.SigningDevice;
import org.breakwater.core.value.Hash32;

/// Use case: the messages that a service has for a Safe are read, and signed by its owners. Each is hashed here, and
/// its
/// signatures are recovered over that hash: what the service says of them counts for nothing.
public final class SafeMessages {

    private final Supplier<Optional<TransactionService>> service;
    private final SafeOwners owners;
    private final SignMessage sign;
    private final SignatureRecovery recovery;

    /// @param service the one to ask now, if there is one
    public SafeMessages(
            Supplier<Optional<TransactionService>> service,
            SafeOwners owners,
            SignMessage sign,
            SignatureRecovery recovery) {
        this.service = service;
        this.owners = owners;
        this.sign = sign;
        this.recovery = recovery;
    }

    /// Whether there is a service that could have any.
    public boolean areKnown() {
        return service.get().isPresent();
    }

    /// What the service has for a Safe; nothing where there is no service.
    public List<QueuedMessage> of(SafeDomain safe) throws ProblemException {
        var present = service.get();
        if (present.isEmpty()) {
            return List.of();
        }
        try {
            var now = owners.owners(safe);
            return present.get().messages(safe.safe()).rows().stream()
                    .filter(served -> served.safe().equals(safe.safe()))
                    .map(served -> QueuedMessage.of(safe, served, now, recovery))
                    .toList();
        } catch (ServiceException failed) {
            throw failed.asProblem();
        }
    }

    /// A message by the hash that it has, not by the one that the service names.
    public Optional<QueuedMessage> find(SafeDomain safe, Hash32 hash) throws ProblemException {
        return of(safe).stream()
                .filter(message -> message.hash().hash().equals(hash))
                .findFirst();
    }

    /// Has an owner sign a message, and hands the signature to the service.
    public HandedOn sign(SafeDomain safe, ServedMessage message, SigningDevice device) throws ProblemException {
        var present = service.get();
        if (present.isEmpty()) {
            throw new ProblemException(
                    Problem.of("There is no service to hand the signature to.", "Name one in Settings, Safe service."));
        }
        var request = new MessageRequest(safe, message.content().hash());
        var signature = sign.sign(request, device);
        try {
            present.get().confirmMessage(request.hash().hash(), OwnerSignature.inOwnerOrder(List.of(signature)));
            return new HandedOn.Served(present.get().name());
        } catch (ServiceException failed) {
            return new HandedOn.NotServed(failed.fault().problem());
        }
    }
}
