package org.breakwater.core.governor;

import org.breakwater.core.value.Address;
import org.breakwater.core.value.Bytes;

/// A call that an account makes by itself, and the event that says that it counts.
///
/// @param data the calldata, which is what is shown and what is sent
public record AccountCall(Address to, Bytes data, Announcement counts) {}
