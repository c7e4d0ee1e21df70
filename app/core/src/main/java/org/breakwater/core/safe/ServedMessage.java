package org.breakwater.core.safe;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.json.JsonValue;
import org.breakwater.core.typeddata.PersonalMessage;
import org.breakwater.core.typeddata.TypedData;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// A message to be signed in a Safe's name, as a service tells it.
///
/// @param statedHash what the service says is signed
/// @param proposer whom it names as the one who handed it in
/// @param words what it says of itself; empty where it says nothing
public record ServedMessage(
        Address safe,
        Content content,
        Hash32 statedHash,
        Optional<Address> proposer,
        Instant created,
        List<ServedTransaction.Confirmation> confirmations,
        String words) {

    public ServedMessage {
        confirmations = List.copyOf(confirmations);
    }

    /// What is signed in a Safe's name.
    public sealed interface Content {

        /// The hash that `isValidSignature` is asked about.
        Hash32 hash();

        /// Signed as a personal message.
        record Text(String text) implements Content {
            @Override
            public Hash32 hash() {
                return PersonalMessage.hash(text);
            }
        }

        /// @param json as it was written, to be passed on
        record Typed(TypedData data, JsonValue json) implements Content {
            @Override
            public Hash32 hash() {
                return data.hash();
            }
        }
    }
}
