package org.breakwater.core.projection.view;

/// A change of a parameter at one moment (`IProtocolLens.ChangeView`).
public record ChangeView(long changeId, Change change) {}
