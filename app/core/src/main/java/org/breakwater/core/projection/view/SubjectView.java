package org.breakwater.core.projection.view;

import org.breakwater.core.fact.RiskFact.Inputs;

/// A subject at one moment (`IProtocolLens.SubjectView`).
///
/// @param failedRules bits: 0 audits, 1 age, 2 TVL, 3 upgrade by one key, 4 attestation too old, 5 level
public record SubjectView(long subjectId, int scoreNow, int failedRules, Subject subject, Inputs inputs) {}
