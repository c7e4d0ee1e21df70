package org.breakwater.core.projection;

import java.math.BigInteger;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.fact.PolicyFact;
import org.breakwater.core.fact.PremiumFact;
import org.breakwater.core.projection.PolicyRecords.PublishedTerms;
import org.breakwater.core.projection.PolicyRecords.Surge;
import org.breakwater.core.projection.PolicyRecords.TermsKey;
import org.breakwater.core.protocol.CloseReason;

/// Folds what is sold, and at what price.
record PolicyFold(PolicyRecords records) {

    void apply(PolicyFact fact, LoggedFact logged) {
        switch (fact) {
            case PolicyFact.PolicyBought bought -> records.policies().put(bought.policyId(), bought.policy());
            case PolicyFact.PolicyPaid paid ->
                change(
                        paid.policyId(),
                        paid.paidInAll(),
                        policy(paid.policyId()).closed());
            case PolicyFact.PolicyClosed closed ->
                change(closed.policyId(), policy(closed.policyId()).paid(), closed.reason());
            case PolicyFact.Transfer transfer -> records.holders().put(transfer.tokenId(), transfer.to());
            case PolicyFact.TermsPublished terms -> {
                records.terms()
                        .put(new TermsKey(terms.poolId(), terms.version()), new PublishedTerms(terms, logged.time()));
                records.versions().put(terms.poolId(), terms.version());
            }
        }
    }

    void apply(PremiumFact fact) {
        switch (fact) {
            case PremiumFact.SurgeMoved moved ->
                records.surges()
                        .put(new Place(moved.poolId(), moved.subjectId()), new Surge(moved.exact(), moved.at()));
        }
    }

    private PolicyFact.Policy policy(BigInteger policyId) {
        return records.policies().require(policyId, () -> "policy " + policyId + " was never bought");
    }

    private void change(BigInteger policyId, BigInteger paid, CloseReason closed) {
        var policy = policy(policyId);
        records.policies()
                .put(
                        policyId,
                        new PolicyFact.Policy(
                                policy.poolId(),
                                policy.subjectId(),
                                policy.termsVersion(),
                                policy.rateBps(),
                                policy.boughtAt(),
                                policy.start(),
                                policy.end(),
                                policy.graceEnd(),
                                policy.amount(),
                                paid,
                                policy.premium(),
                                policy.proofOfInterestHash(),
                                policy.distributor(),
                                closed));
    }
}
