package org.breakwater.core.projection.view;

import java.math.BigInteger;
import org.breakwater.core.protocol.RiskKind;
import org.breakwater.core.protocol.RiskLevel;
import org.breakwater.core.protocol.SubjectStatus;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// Something that can be insured (`IRiskRegistry.Subject`).
///
/// @param level as of the last attestation, listing or enforcement
/// @param criticalSince since when that level is critical; 0 when it is not
/// @param previousAttestedAt the attestation that the present one is compared with for a fall of TVL; 0 when none
public record Subject(
        RiskKind kind,
        SubjectStatus status,
        RiskLevel level,
        int scoreBps,
        long statusSince,
        long criticalSince,
        long previousAttestedAt,
        BigInteger previousTvlUsd,
        Address applicant,
        Hash32 metadataHash,
        Hash32 exclusionsHash) {

    public Subject in(SubjectStatus changed, long since) {
        return new Subject(
                kind,
                changed,
                level,
                scoreBps,
                since,
                criticalSince,
                previousAttestedAt,
                previousTvlUsd,
                applicant,
                metadataHash,
                exclusionsHash);
    }

    public Subject at(RiskLevel changed, int score, long critical) {
        return new Subject(
                kind,
                status,
                changed,
                score,
                statusSince,
                critical,
                previousAttestedAt,
                previousTvlUsd,
                applicant,
                metadataHash,
                exclusionsHash);
    }

    public Subject comparedWith(long attestedAt, BigInteger tvlUsd) {
        return new Subject(
                kind,
                status,
                level,
                scoreBps,
                statusSince,
                criticalSince,
                attestedAt,
                tvlUsd,
                applicant,
                metadataHash,
                exclusionsHash);
    }
}
