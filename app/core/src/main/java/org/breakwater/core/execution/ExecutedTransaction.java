package org.breakwater.core.execution;

import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;

/// A Safe transaction that its Safe executed.
///
/// @param hash of the Safe transaction, by the Safe's event
/// @param transaction hash of the Ethereum transaction
/// @param succeeded whether the Safe's event says so
/// @param input what the Ethereum transaction was sent with
public record ExecutedTransaction(Hash32 hash, Hash32 transaction, long block, boolean succeeded, Bytes input) {}
