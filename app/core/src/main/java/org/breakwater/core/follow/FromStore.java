package org.breakwater.core.follow;

import java.util.Optional;
import org.breakwater.core.index.StoredFacts;
import org.breakwater.core.problem.Problem;

/// The protocol as an index that another process keeps tells it. It does not change, and may be shared between threads.
///
/// @param known after the newest block of the index
/// @param facts reads logs of the index in this state
/// @param finality height up to which the index will not change any more
/// @param unasked why contracts that are not the protocol's own could not be asked; what events told of them is taken
public record FromStore(Known known, StoredFacts facts, long finality, Optional<Problem> unasked) {}
