package org.breakwater.desktop.feature.message;

import java.util.List;
import org.breakwater.core.council.Council.WatchedSafe;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.safe.QueuedMessage;
import org.breakwater.core.safe.QueuedTransaction.Finding;
import org.breakwater.core.value.Address;

/// What is known of a message.
sealed interface MessagePage {

    /// No service has a message of that hash.
    record Missing() implements MessagePage {}

    /// The service could not be asked.
    record Unread(Problem problem) implements MessagePage {}

    /// A message that a service has.
    record Found(WatchedSafe safe, QueuedMessage message) implements MessagePage {

        /// The owners whose signatures over our hash are proven.
        List<Address> signers() {
            return message.signatures().stream()
                    .filter(signed -> signed.finding() == Finding.VALID)
                    .flatMap(signed -> signed.signer().stream())
                    .distinct()
                    .toList();
        }

        /// Signatures that count for nothing here.
        long doubtful() {
            return message.signatures().stream()
                    .filter(signed -> signed.finding() != Finding.VALID)
                    .count();
        }

        boolean isComplete() {
            return signers().size() >= safe.setup().threshold();
        }
    }
}
