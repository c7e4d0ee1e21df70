package org.breakwater.core.projection.view;

import org.breakwater.core.fact.CaseFact.Case;

/// A case at one moment (`IProtocolLens.CaseView`).
public record CaseView(long caseId, Case case_) {}
