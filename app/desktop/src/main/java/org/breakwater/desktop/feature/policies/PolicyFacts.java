package org.breakwater.desktop.feature.policies;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.breakwater.core.activity.EventLog;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.fact.PolicyFact;
import org.breakwater.core.follow.Known;
import org.breakwater.core.index.LogQuery;
import org.breakwater.core.parameters.ParameterScope;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.projection.view.ClaimView;
import org.breakwater.core.projection.view.PolicyView;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.projection.view.SubjectView;
import org.breakwater.core.projection.view.TermsView;
import org.breakwater.core.protocol.ParameterKey;
import org.breakwater.core.text.TextLibrary;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Word;
import org.breakwater.desktop.place.SubjectName;

/// Everything that is known of one policy.
///
/// @param deductibleBps of a loss, as it is in force for the pool; an incident pins it when it is detected
/// @param wording the terms' text, where one with their hash is at hand
/// @param exclusions the text of what the subject excludes, where one with its hash is at hand
/// @param claims on it, newest first
/// @param events what its contracts said of it, newest first
/// @param time of the block
record PolicyFacts(
        PolicyView view,
        PoolView pool,
        SubjectView subject,
        String subjectName,
        BigInteger deductibleBps,
        Optional<TermsView> terms,
        Optional<String> wording,
        Optional<String> exclusions,
        List<ClaimView> claims,
        List<LoggedFact> events,
        Instant time) {

    private static final int MOST_EVENTS = 200;

    /// Reads it all; blocking.
    ///
    /// @return empty where there is no such policy
    static Optional<PolicyFacts> read(
            Known known, BigInteger id, Deployment deployment, EventLog log, TextLibrary texts)
            throws ProblemException {
        var found = known.view().policy(id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var policy = found.get().policy();
        var pool = known.view().pool(policy.poolId()).orElseThrow();
        var subject = known.view().subjects().stream()
                .filter(each -> each.subjectId() == policy.subjectId())
                .findFirst()
                .orElseThrow();
        var terms = known.view().terms(policy.poolId(), policy.termsVersion());
        return Optional.of(new PolicyFacts(
                found.get(),
                pool,
                subject,
                SubjectName.of(subject, texts),
                known.view().parameterBook().get(ParameterKey.DEDUCTIBLE, ParameterScope.pool(policy.poolId())),
                terms,
                terms.flatMap(version -> texts.body(version.wordingHash())),
                texts.body(subject.subject().exclusionsHash()),
                known.view().claims().stream()
                        .filter(claim -> claim.claim().coverId().equals(id))
                        .sorted(Comparator.comparingLong(ClaimView::claimId).reversed())
                        .toList(),
                events(id, deployment, log),
                known.block().time()));
    }

    /// Numbers of other things may be the same, so what is found is looked at once more.
    private static List<LoggedFact> events(BigInteger id, Deployment deployment, EventLog log) throws ProblemException {
        var contracts = Set.of(deployment.address("Underwriting"), deployment.address("PolicyNFT"));
        var query = new LogQuery(contracts, Optional.of(new Hash32(Word.of(id))));
        var events = new ArrayList<LoggedFact>();
        for (var fact : log.page(query, 0, MOST_EVENTS)) {
            if (isAbout(id, fact)) {
                events.add(fact);
            }
        }
        return List.copyOf(events);
    }

    private static boolean isAbout(BigInteger id, LoggedFact logged) {
        return logged.fact() instanceof PolicyFact fact
                && switch (fact) {
                    case PolicyFact.PolicyBought bought -> bought.policyId().equals(id);
                    case PolicyFact.PolicyClosed closed -> closed.policyId().equals(id);
                    case PolicyFact.PolicyPaid paid -> paid.policyId().equals(id);
                    case PolicyFact.Transfer transfer -> transfer.tokenId().equals(id);
                    case PolicyFact.TermsPublished _ -> false;
                };
    }

    /// What the policy still pays at most for a total loss, after the deductible of now.
    BigInteger atMost() {
        var ratio = BigInteger.valueOf(10_000);
        var after =
                view.policy().amount().multiply(ratio.subtract(deductibleBps)).divide(ratio);
        return after.min(view.policy().amount().subtract(view.policy().paid()));
    }

    /// The sale, where the log has it.
    Optional<PolicyFact.PolicyBought> sale() {
        return events.stream()
                .map(LoggedFact::fact)
                .filter(PolicyFact.PolicyBought.class::isInstance)
                .map(PolicyFact.PolicyBought.class::cast)
                .findFirst();
    }
}
