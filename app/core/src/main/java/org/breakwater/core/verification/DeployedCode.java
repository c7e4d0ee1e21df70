package org.breakwater.core.verification;

import java.util.Optional;
import org.breakwater.core.value.Hash32;

/// The code of a contract of the deployment.
///
/// @param hash Keccak-256 of the runtime code, immutable values included
/// @param compiledHere whether the runtime code is what the compiler made of this program's source, immutable values
/// left
///     out; empty where this program has no such source
/// @param createdHere whether the transaction that created the contract, in the block that the deployment file says,
/// ran
///     what the compiler made of this program's source: other creation code leaves the same runtime code and hides what
///     it wrote to storage; empty where this program has no such source
public record DeployedCode(Hash32 hash, Optional<Boolean> compiledHere, Optional<Boolean> createdHere) {}
