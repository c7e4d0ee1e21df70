package org.breakwater.adapters.localnet.world;

/// A constant that the contracts know by a number.
interface Numbered {

    int number();
}
