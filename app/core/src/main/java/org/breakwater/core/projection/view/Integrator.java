package org.breakwater.core.projection.view;

import java.math.BigInteger;
import org.breakwater.core.protocol.Enrolment;
import org.breakwater.core.value.Hash32;

/// A wallet, exchange or vault that covers its accounts (`IAccountCover.Integrator`).
///
/// @param waiting seconds, pinned
/// @param prepaid assets left, before the premium that runs since `settledAt`
/// @param ratePerSecond of all accounts, assets × 1e18
/// @param insured of all accounts, assets
public record Integrator(
        long poolId,
        long subjectId,
        long waiting,
        Enrolment enrolment,
        boolean active,
        BigInteger prepaid,
        BigInteger ratePerSecond,
        BigInteger insured,
        long settledAt,
        Hash32 metadataHash) {}
