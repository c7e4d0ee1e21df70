package org.breakwater.core.projection.view;

import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// A piece of evidence on an incident or a claim (`ITribunal.Evidence`).
///
/// @param index from 0, in the order in which it came
/// @param by who added it
/// @param contentHash Keccak-256 of the text
/// @param uri where it can be asked for, as they wrote it
/// @param at seconds since 1970
/// @param afterDeadline whether it came after the evidence period of the case
public record EvidenceView(long index, Address by, Hash32 contentHash, String uri, long at, boolean afterDeadline) {}
