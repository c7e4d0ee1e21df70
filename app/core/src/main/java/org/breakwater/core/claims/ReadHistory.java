package org.breakwater.core.claims;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.breakwater.core.activity.EventLog;
import org.breakwater.core.deployment.DeployedContract;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.fact.AdapterFact;
import org.breakwater.core.fact.BreachFact;
import org.breakwater.core.fact.CaseFact;
import org.breakwater.core.fact.ClaimFact;
import org.breakwater.core.fact.IncidentFact;
import org.breakwater.core.fact.PolicyFact;
import org.breakwater.core.fact.PoolFact;
import org.breakwater.core.fact.ProtocolFact;
import org.breakwater.core.fact.TreasuryFact;
import org.breakwater.core.index.LogQuery;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.protocol.CaseKind;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Word;

/// Reads every event of an incident, of claims, of their cases and policies, contract by contract, newest first. An
/// index finds numbers, whatever they count; what belongs to another thing of the same number is left out. Blocking.
public final class ReadHistory {

    /// Of one contract about one number. More than that concerns no claim.
    private static final int MOST = 500;

    private static final Comparator<HistoryEntry> NEWEST = Comparator.<HistoryEntry>comparingLong(
                    entry -> entry.fact().block().number())
            .thenComparingInt(entry -> entry.fact().index())
            .reversed();

    private final EventLog events;
    private final Deployment deployment;

    public ReadHistory(EventLog events, Deployment deployment) {
        this.events = events;
        this.deployment = deployment;
    }

    /// Whose events are wanted.
    ///
    /// @param incidentId the incident
    /// @param claims numbers of claims
    /// @param policies numbers of policies
    /// @param cases numbers of cases
    /// @param pool address of the incident's pool
    /// @param adapters whose readings opened and confirmed the incident
    /// @param readSince readings before it are left out, seconds since 1970
    public record Things(
            long incidentId,
            Set<Long> claims,
            Set<BigInteger> policies,
            Set<Long> cases,
            Address pool,
            Set<Address> adapters,
            long subjectId,
            long readSince) {

        public Things {
            claims = Set.copyOf(claims);
            policies = Set.copyOf(policies);
            cases = Set.copyOf(cases);
            adapters = Set.copyOf(adapters);
        }
    }

    public List<HistoryEntry> of(Things things) throws ProblemException {
        var found = new Found(things);
        found.add("Incidents", number(things.incidentId()));
        found.add("Tribunal", number(things.incidentId()));
        found.add("Treasury", number(things.incidentId()));
        found.add(things.pool(), number(things.incidentId()));
        for (var claim : things.claims()) {
            found.add("Claims", number(claim));
            found.add("Tribunal", number(claim));
        }
        for (var each : things.cases()) {
            found.add("Tribunal", number(each));
        }
        for (var policy : things.policies()) {
            found.add("Underwriting", new Hash32(Word.of(policy)));
            found.add("PolicyNFT", new Hash32(Word.of(policy)));
        }
        for (var adapter : things.adapters()) {
            found.add(adapter, number(things.subjectId()));
        }
        return found.newestFirst();
    }

    private static Hash32 number(long number) {
        return new Hash32(Word.of(number));
    }

    /// What was found so far, each log once.
    private final class Found {

        private final Things things;
        private final Map<String, HistoryEntry> entries = new TreeMap<>();

        Found(Things things) {
            this.things = things;
        }

        void add(String contract, Hash32 about) throws ProblemException {
            Optional<Address> address = deployment.contract(contract).map(DeployedContract::address);
            if (address.isPresent()) {
                add(address.get(), about);
            }
        }

        void add(Address contract, Hash32 about) throws ProblemException {
            for (var entry : events.entries(LogQuery.of(contract, about), 0, MOST)) {
                HistoryEntry.of(entry).filter(this::isWanted).ifPresent(this::keep);
            }
        }

        private boolean isWanted(HistoryEntry entry) {
            var fact = entry.fact();
            return concerns(fact.fact(), things) && (!isReading(fact.fact()) || fact.time() >= things.readSince());
        }

        private void keep(HistoryEntry entry) {
            entries.put(entry.fact().block().number() + "/" + entry.fact().index(), entry);
        }

        List<HistoryEntry> newestFirst() {
            var sorted = new ArrayList<>(entries.values());
            sorted.sort(NEWEST);
            return List.copyOf(sorted);
        }
    }

    private static boolean isReading(ProtocolFact fact) {
        return fact instanceof AdapterFact || fact instanceof BreachFact;
    }

    static boolean concerns(ProtocolFact fact, Things things) {
        return switch (fact) {
            case IncidentFact incident -> incidentOf(incident) == things.incidentId();
            case ClaimFact claim -> things.claims().contains(claimOf(claim));
            case CaseFact each -> concerns(each, things);
            case PolicyFact policy ->
                policyOf(policy).filter(things.policies()::contains).isPresent();
            case PoolFact pool -> incidentOf(pool) == things.incidentId();
            case TreasuryFact.BackstopPaid paid -> paid.incidentId() == things.incidentId();
            case TreasuryFact.BackstopReturned returned -> returned.incidentId() == things.incidentId();
            case AdapterFact.Observed observed -> observed.subjectId() == things.subjectId();
            case AdapterFact.ReportUsed used -> used.subjectId() == things.subjectId();
            case AdapterFact.Asserted asserted -> asserted.subjectId() == things.subjectId();
            case BreachFact breach -> subjectOf(breach) == things.subjectId();
            default -> false;
        };
    }

    private static long incidentOf(IncidentFact fact) {
        return switch (fact) {
            case IncidentFact.AdapterBound _ -> 0;
            case IncidentFact.IncidentOpened opened -> opened.incidentId();
            case IncidentFact.TermsPinned pinned -> pinned.incidentId();
            case IncidentFact.IncidentConfirmed confirmed -> confirmed.incidentId();
            case IncidentFact.IncidentStateChanged changed -> changed.incidentId();
            case IncidentFact.IncidentContested contested -> contested.incidentId();
            case IncidentFact.IncidentRejected rejected -> rejected.incidentId();
            case IncidentFact.Challenged challenged -> challenged.incidentId();
            case IncidentFact.SettlingStarted started -> started.incidentId();
            case IncidentFact.ReviewStarted started -> started.incidentId();
            case IncidentFact.BondReturned returned -> returned.incidentId();
            case IncidentFact.BondForfeited forfeited -> forfeited.incidentId();
            case IncidentFact.ReleaseDeferred deferred -> deferred.incidentId();
        };
    }

    private static long claimOf(ClaimFact fact) {
        return switch (fact) {
            case ClaimFact.ClaimSubmitted submitted -> submitted.claimId();
            case ClaimFact.ClaimStateChanged changed -> changed.claimId();
            case ClaimFact.ClaimDecided decided -> decided.claimId();
            case ClaimFact.ReviewStarted started -> started.claimId();
            case ClaimFact.PayeeSet set -> set.claimId();
            case ClaimFact.FraudFlagged flagged -> flagged.claimId();
            case ClaimFact.Appealed appealed -> appealed.claimId();
            case ClaimFact.ClaimPaid paid -> paid.claimId();
            case ClaimFact.ClaimWaits waits -> waits.claimId();
            case ClaimFact.ClaimHeld held -> held.claimId();
            case ClaimFact.ClaimFinal last -> last.claimId();
            case ClaimFact.DepositReturned returned -> returned.claimId();
            case ClaimFact.DepositForfeited forfeited -> forfeited.claimId();
            case ClaimFact.SubrogationAssigned assigned -> assigned.claimId();
        };
    }

    private static boolean concerns(CaseFact fact, Things things) {
        return switch (fact) {
            case CaseFact.EvidenceAdded evidence -> concerns(evidence.kind(), evidence.refId(), things);
            case CaseFact.CaseOpened opened -> things.cases().contains(opened.caseId());
            case CaseFact.VoteCast cast -> things.cases().contains(cast.caseId());
            case CaseFact.BallotSigned signed -> things.cases().contains(signed.caseId());
            case CaseFact.BallotStruck struck -> things.cases().contains(struck.caseId());
            case CaseFact.CaseExtended extended -> things.cases().contains(extended.caseId());
            case CaseFact.CaseClosed closed -> things.cases().contains(closed.caseId());
        };
    }

    private static boolean concerns(CaseKind kind, long refId, Things things) {
        return kind == CaseKind.CLAIM ? things.claims().contains(refId) : refId == things.incidentId();
    }

    private static Optional<BigInteger> policyOf(PolicyFact fact) {
        return switch (fact) {
            case PolicyFact.PolicyBought bought -> Optional.of(bought.policyId());
            case PolicyFact.PolicyClosed closed -> Optional.of(closed.policyId());
            case PolicyFact.PolicyPaid paid -> Optional.of(paid.policyId());
            case PolicyFact.Transfer transfer -> Optional.of(transfer.tokenId());
            case PolicyFact.TermsPublished _ -> Optional.empty();
        };
    }

    private static long incidentOf(PoolFact fact) {
        return switch (fact) {
            case PoolFact.IncidentReserved reserved -> reserved.incidentId();
            case PoolFact.IncidentBackstopped backstopped -> backstopped.incidentId();
            case PoolFact.IncidentReleased released -> released.incidentId();
            case PoolFact.Payout payout -> payout.incidentId();
            default -> 0;
        };
    }

    private static long subjectOf(BreachFact fact) {
        return switch (fact) {
            case BreachFact.PriceDropBreachSet set -> set.subjectId();
            case BreachFact.DepegBreachSet set -> set.subjectId();
            case BreachFact.TvlDropBreachSet set -> set.subjectId();
            case BreachFact.Recovered recovered -> recovered.subjectId();
        };
    }
}
