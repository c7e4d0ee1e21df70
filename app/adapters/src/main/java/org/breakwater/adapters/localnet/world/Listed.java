package org.breakwater.adapters.localnet.world;

/// A subject that cover is sold for.
///
/// @param id in the risk registry
/// @param pool from 1
record Listed(int id, int pool, String name) {}
