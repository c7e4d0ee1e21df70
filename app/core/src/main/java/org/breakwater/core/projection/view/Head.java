package org.breakwater.core.projection.view;

/// How many there are of everything at one moment (`IProtocolLens.Head`, without what a block knows of itself).
public record Head(
        long pools,
        long subjects,
        long policies,
        long incidents,
        long claims,
        long cases,
        long series,
        long integrators,
        long changes,
        long pauses,
        long parameters) {}
