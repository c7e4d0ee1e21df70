package org.breakwater.core.offer;

import java.util.List;
import java.util.Optional;
import org.breakwater.core.shape.Meaning;

@Meaning("How far the index is, and what it is of.")
public record Status(
        @Meaning("Height up to which the index will not change any more.")
        Optional<Long> finality,

        @Meaning("Newest block of the node; null where it does not answer.")
        Optional<ChainPosition> head,

        @Meaning("How far the index is behind the node.") Optional<Long> blocksBehind,

        @Meaning("What keeps answers from being as fresh as they could be, in sentences.")
        List<String> problems,

        List<Contract> contracts) {

    public Status {
        problems = List.copyOf(problems);
        contracts = List.copyOf(contracts);
    }
}
