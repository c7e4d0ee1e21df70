package org.breakwater.core.offer;

import java.math.BigInteger;
import java.util.Optional;
import org.breakwater.core.protocol.UpgradeControl;
import org.breakwater.core.shape.Meaning;
import org.breakwater.core.value.Hash32;

@Meaning("What stewards attest about a subject.")
public record Inputs(
        int audits,
        @Meaning("Seconds since 1970.") Optional<Long> lastAuditAt,
        @Meaning("Seconds since 1970.") Optional<Long> liveSince,
        @Meaning("Whole US dollars.") BigInteger tvlUsd,
        long users30d,
        UpgradeControl upgrade,
        @Meaning("Seconds.") long upgradeDelay,
        @Meaning("Losses in the last 12 months.") int incidents12m,

        @Meaning("Seconds since 1970; null before the first.")
        Optional<Long> attestedAt,

        Hash32 evidenceHash) {}
