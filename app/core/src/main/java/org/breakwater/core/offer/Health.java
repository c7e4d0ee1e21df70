package org.breakwater.core.offer;

import java.util.Optional;
import org.breakwater.core.shape.Meaning;

@Meaning("Whether questions are answered.")
public record Health(
        boolean ready,
        @Meaning("That answers are true of.") Optional<Long> block,
        @Meaning("Seconds since that block.") Optional<Long> age,
        Optional<Long> blocksBehind) {}
