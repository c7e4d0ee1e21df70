package org.breakwater.core.fact;

import java.math.BigInteger;
import org.breakwater.core.protocol.RiskKind;
import org.breakwater.core.protocol.RiskLevel;
import org.breakwater.core.protocol.SubjectStatus;
import org.breakwater.core.protocol.UpgradeControl;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// What the risk registry says.
public sealed interface RiskFact extends ProtocolFact {

    record SubjectApplied(long subjectId, RiskKind kind, Address applicant, Hash32 metadataHash, Hash32 exclusionsHash)
            implements RiskFact {}

    record InputsAttested(long subjectId, Inputs inputs, Address by) implements RiskFact {}

    record LevelChanged(long subjectId, RiskLevel from, RiskLevel to, int scoreBps) implements RiskFact {}

    record StatusChanged(long subjectId, SubjectStatus from, SubjectStatus to, Hash32 reasonHash) implements RiskFact {}

    /// What stewards attest about a subject.
    ///
    /// @param tvlUsd whole US dollars
    /// @param upgradeDelay seconds
    /// @param incidents12m losses in the last 12 months
    record Inputs(
            int audits,
            long lastAuditAt,
            long liveSince,
            BigInteger tvlUsd,
            long users30d,
            UpgradeControl upgrade,
            long upgradeDelay,
            int incidents12m,
            long attestedAt,
            Hash32 evidenceHash,
            Dependencies dependencies) {}

    /// What a subject depends on. Equal ids mean a shared cause of loss; zero means none known.
    record Dependencies(Hash32 chain, Hash32 oracle, Hash32 bridge, Hash32 custodian, Hash32 codeLineage) {}
}
