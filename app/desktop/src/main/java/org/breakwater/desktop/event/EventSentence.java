package org.breakwater.desktop.event;

import org.breakwater.core.fact.AccountCoverFact;
import org.breakwater.core.fact.AdapterFact;
import org.breakwater.core.fact.AuthorityFact;
import org.breakwater.core.fact.BreachFact;
import org.breakwater.core.fact.CaseFact;
import org.breakwater.core.fact.ClaimFact;
import org.breakwater.core.fact.ConfigurationFact;
import org.breakwater.core.fact.DirectoryFact;
import org.breakwater.core.fact.EscrowFact;
import org.breakwater.core.fact.FeedFact;
import org.breakwater.core.fact.GateFact;
import org.breakwater.core.fact.GovernorFact;
import org.breakwater.core.fact.GuardianFact;
import org.breakwater.core.fact.IncidentFact;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.fact.ModuleFact;
import org.breakwater.core.fact.ParameterFact;
import org.breakwater.core.fact.PolicyFact;
import org.breakwater.core.fact.PoolFact;
import org.breakwater.core.fact.PremiumFact;
import org.breakwater.core.fact.RiskFact;
import org.breakwater.core.fact.SeriesFact;
import org.breakwater.core.fact.TimelockFact;
import org.breakwater.core.fact.TokenFact;
import org.breakwater.core.fact.TreasuryFact;
import org.breakwater.core.fact.VotesFact;

/// What an event says, as one sentence in plain words.
public final class EventSentence {

    private final EventNames names;
    private final PolicyEvents policies;
    private final PoolEvents pools;
    private final ClaimEvents claims;
    private final RiskEvents risks;
    private final GovernanceEvents governance;
    private final TreasuryEvents treasury;

    public EventSentence(EventNames names) {
        this.names = names;
        this.policies = new PolicyEvents(names);
        this.pools = new PoolEvents(names);
        this.claims = new ClaimEvents(names);
        this.risks = new RiskEvents(names);
        this.governance = new GovernanceEvents(names);
        this.treasury = new TreasuryEvents(names);
    }

    public String of(LoggedFact logged) {
        return switch (logged.fact()) {
            case PolicyFact fact -> policies.of(fact);
            case SeriesFact fact -> policies.of(fact);
            case AccountCoverFact fact -> policies.of(fact);
            case PoolFact fact -> pools.of(fact, name(logged));
            case ClaimFact fact -> claims.of(fact);
            case IncidentFact fact -> claims.of(fact);
            case CaseFact fact -> claims.of(fact);
            case EscrowFact fact -> pools.of(fact);
            case RiskFact fact -> risks.of(fact);
            case PremiumFact.SurgeMoved moved ->
                "The surge of " + names.subject(moved.subjectId()) + " moved to "
                        + EventWords.percent(moved.surgeBps());
            case ParameterFact fact -> governance.of(fact);
            case GuardianFact fact -> governance.of(fact);
            case TreasuryFact fact -> treasury.of(fact);
            case TokenFact.Transfer transfer -> treasury.of(transfer, name(logged));
            case GovernorFact fact -> governance.of(fact);
            case TimelockFact fact -> governance.of(fact);
            case AuthorityFact fact -> governance.of(fact);
            case VotesFact fact -> governance.of(fact);
            case DirectoryFact fact -> governance.of(fact);
            case AdapterFact fact -> risks.of(fact, name(logged));
            case BreachFact fact -> risks.of(fact);
            case ConfigurationFact _ -> name(logged) + " is told how to read a subject";
            case FeedFact fact -> RiskEvents.of(fact, name(logged));
            case GateFact.ExclusionSet set ->
                names.address(set.account()) + (set.excluded() ? " may not buy cover" : " may buy cover again");
            case ModuleFact.AuthorityUpdated updated ->
                name(logged) + " asks " + names.address(updated.authority()) + " who may do what";
        };
    }

    private String name(LoggedFact logged) {
        return names.address(logged.contract());
    }
}
