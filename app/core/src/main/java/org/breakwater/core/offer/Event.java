package org.breakwater.core.offer;

import org.breakwater.core.fact.ProtocolFact;
import org.breakwater.core.shape.Meaning;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

@Meaning("Something that happened, as one event of one contract says it.")
public record Event(
        @Meaning("Goes on after this event.") String cursor,
        @Meaning("Height.") long block,
        Hash32 blockHash,
        @Meaning("Seconds since 1970.") long time,
        Hash32 transaction,
        @Meaning("Place among all logs of the block.") int index,
        Address contract,
        @Meaning("Names and order are the event's own.") ProtocolFact fact) {}
