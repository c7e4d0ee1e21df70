package org.breakwater.core.service;

import java.time.Duration;

/// What a transaction service says of itself.
///
/// @param indexing how far it has read the chain
/// @param took until everything was answered
public record ServiceHealth(ServiceInfo about, IndexingState indexing, Duration took) {}
