package org.breakwater.core.fact;

import java.math.BigInteger;
import org.breakwater.core.protocol.CloseReason;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;

/// What Underwriting and the policies' token say.
public sealed interface PolicyFact extends ProtocolFact {

    record PolicyBought(
            BigInteger policyId,
            Address owner,
            long poolId,
            Policy policy,
            BigInteger toPool,
            BigInteger toTreasury,
            BigInteger toDistributor)
            implements PolicyFact {}

    record PolicyClosed(BigInteger policyId, CloseReason reason, BigInteger refund, BigInteger released)
            implements PolicyFact {}

    record PolicyPaid(BigInteger policyId, BigInteger assets, BigInteger paidInAll) implements PolicyFact {}

    /// @param version from 1, per pool
    record TermsPublished(long poolId, long version, String wordingURI, Hash32 wordingHash, BigInteger exclusionsBitmap)
            implements PolicyFact {}

    /// A policy has another holder.
    ///
    /// @param tokenId the policy's number
    record Transfer(Address from, Address to, BigInteger tokenId) implements PolicyFact {}

    /// A policy as it was sold.
    ///
    /// @param rateBps of the cover per 365 days
    /// @param start earlier events are not covered
    /// @param graceEnd last time to claim
    /// @param amount cover
    record Policy(
            long poolId,
            long subjectId,
            long termsVersion,
            int rateBps,
            long boughtAt,
            long start,
            long end,
            long graceEnd,
            BigInteger amount,
            BigInteger paid,
            BigInteger premium,
            Hash32 proofOfInterestHash,
            Address distributor,
            CloseReason closed) {}
}
