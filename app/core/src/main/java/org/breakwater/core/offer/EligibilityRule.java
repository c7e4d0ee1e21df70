package org.breakwater.core.offer;

import java.util.Arrays;
import java.util.List;

/// Rules of the risk registry that a subject can fail, in the order of their bits (`IProtocolLens.SubjectView`).
public enum EligibilityRule {
    /// Fewer audits than its kind needs.
    AUDITS,
    /// Not live for long enough.
    AGE,
    /// Too little locked in it.
    TVL,
    /// One key can upgrade it.
    UPGRADE_BY_ONE_KEY,
    /// What stewards attested is too old.
    ATTESTATION,
    /// Unrated, or critical.
    LEVEL;

    static List<EligibilityRule> of(int bits) {
        return Arrays.stream(values())
                .filter(rule -> (bits & 1 << rule.ordinal()) != 0)
                .toList();
    }
}
