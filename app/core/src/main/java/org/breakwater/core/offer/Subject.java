package org.breakwater.core.offer;

import java.util.List;
import org.breakwater.core.protocol.RiskKind;
import org.breakwater.core.protocol.RiskLevel;
import org.breakwater.core.protocol.SubjectStatus;
import org.breakwater.core.shape.Meaning;
import org.breakwater.core.value.Hash32;

@Meaning("Something that can be insured, as the risk registry has it.")
public record Subject(
        long subjectId,
        RiskKind kind,
        @Meaning("Cover is sold on LISTED subjects alone.") SubjectStatus status,
        @Meaning("Seconds since 1970.") long statusSince,
        @Meaning("At the time of the block.") RiskLevel level,
        @Meaning("0 the worst, 10,000 the best.") int scoreBps,

        @Meaning("Whether it meets every rule of the registry now. One that does not can be suspended by anybody.")
        boolean eligible,

        List<EligibilityRule> failedRules,
        @Meaning("What stewards attested last.") Inputs inputs,
        Hash32 metadataHash,
        Hash32 exclusionsHash,

        @Meaning("Pools of its kind, and whether they sell cover of it.")
        List<SubjectInPool> pools) {

    public Subject {
        failedRules = List.copyOf(failedRules);
        pools = List.copyOf(pools);
    }
}
