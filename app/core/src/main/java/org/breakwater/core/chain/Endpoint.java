package org.breakwater.core.chain;

/// A node that is asked for its newest blocks.
///
/// @param name scheme, host and port: what else an address has may be a key
public record Endpoint(String name, Blocks blocks) {}
