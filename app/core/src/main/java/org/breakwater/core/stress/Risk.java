package org.breakwater.core.stress;

import org.breakwater.core.stress.chance.Severity;

/// What is assumed about one thing that can be hit.
///
/// @param name for sentences
/// @param yearly chance or expected number of losses within a year, as {@link Occurrence} says; beside shared causes
/// @param sector by number, from 0
public record Risk(String name, RiskTarget target, double yearly, int sector, Severity severity) {}
