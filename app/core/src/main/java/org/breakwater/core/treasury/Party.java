package org.breakwater.core.treasury;

/// Whose money it is: the treasury's own, or that of the pools' providers.
public enum Party {
    TREASURY,
    POOLS
}
