package org.breakwater.core.service;

import java.util.Optional;
import org.breakwater.core.safe.ServedTransaction;

/// A queue as a service tells it, before anything of it is judged.
///
/// @param shown what the service shows by itself, whole
/// @param hidden what it shows when asked, because no owner and no delegate has signed it. Anyone can add to it; only
///     so many are read, and all are counted
/// @param hiddenFault why reading what it hides ended early; what it shows does not suffer from it
public record ToldQueue(
        Listed<ServedTransaction> shown, Listed<ServedTransaction> hidden, Optional<ServiceFault> hiddenFault) {}
