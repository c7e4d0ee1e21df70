package org.breakwater.adapters.localnet.world;

/// Reads answers that are one struct.
final class Views {

    private Views() {}

    /// The struct that is the whole answer.
    static Fields only(Fields answer) {
        return new Fields(answer.types().get(0).asTupleType(), answer.values().get(0));
    }
}
