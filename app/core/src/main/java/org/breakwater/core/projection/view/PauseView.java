package org.breakwater.core.projection.view;

/// A pause at one moment (`IProtocolLens.PauseView`).
public record PauseView(long pauseId, boolean active, Pause pause) {}
