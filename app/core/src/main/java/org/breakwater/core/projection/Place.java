package org.breakwater.core.projection;

/// A subject in a pool: where an incident can be.
record Place(long poolId, long subjectId) {}
