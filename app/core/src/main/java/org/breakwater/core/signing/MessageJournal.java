package org.breakwater.core.signing;

import java.util.Optional;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// Port: the signatures over messages that were made here, and the messages that are locked. What is written down is on
/// the disk when a call returns.
public interface MessageJournal {

    /// Why a message is not to be signed.
    Optional<String> closed(MessageRequest message) throws ProblemException;

    /// Refuses a message that is locked.
    default void requireOpen(MessageRequest message) throws ProblemException {
        var why = closed(message);
        if (why.isPresent()) {
            throw new ProblemException(new Problem(
                    "This message is locked: " + why.get(),
                    "It was found that what is signed may not be what is shown.",
                    "Find the cause; have the message made again if it is still wanted."));
        }
    }

    /// Locks a message for good.
    void lock(MessageRequest message, String why) throws ProblemException;

    /// Writes a signature down. One that is there already stays as it is.
    void made(MessageRequest message, Address signer, Bytes signature) throws ProblemException;
}
