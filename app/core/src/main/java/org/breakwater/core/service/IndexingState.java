package org.breakwater.core.service;

/// How far a service says that it has read the chain.
public record IndexingState(long block, boolean synced) {}
