package org.breakwater.core.verification;

import java.util.Optional;
import org.breakwater.core.value.Hash32;

/// The runtime code at an address.
///
/// @param hash Keccak-256 of it, immutable values included
/// @param compiledHere whether it is what the compiler made of this program's source, immutable values left out; empty
///     where this program has no such source
public record DeployedCode(Hash32 hash, Optional<Boolean> compiledHere) {}
