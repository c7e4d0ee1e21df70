package org.breakwater.core.review.chain;

import java.util.Optional;
import org.breakwater.core.value.Bytes;

/// What a contract answers before and after a simulated call, in the same block; empty where it reverts.
public record Compared(Optional<Bytes> before, Optional<Bytes> after) {}
