package org.breakwater.core.watch;

import java.math.BigInteger;
import java.util.List;
import org.breakwater.core.alert.Alert.Subject;
import org.breakwater.core.alert.AlertNames;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.fact.AccountCoverFact;
import org.breakwater.core.fact.AdapterFact;
import org.breakwater.core.fact.AuthorityFact;
import org.breakwater.core.fact.CaseFact;
import org.breakwater.core.fact.ClaimFact;
import org.breakwater.core.fact.ConfigurationFact;
import org.breakwater.core.fact.DirectoryFact;
import org.breakwater.core.fact.EscrowFact;
import org.breakwater.core.fact.GateFact;
import org.breakwater.core.fact.GovernorFact;
import org.breakwater.core.fact.GuardianFact;
import org.breakwater.core.fact.IncidentFact;
import org.breakwater.core.fact.LoggedFact;
import org.breakwater.core.fact.ModuleFact;
import org.breakwater.core.fact.ParameterFact;
import org.breakwater.core.fact.PolicyFact;
import org.breakwater.core.fact.PoolFact;
import org.breakwater.core.fact.RiskFact;
import org.breakwater.core.fact.SeriesFact;
import org.breakwater.core.fact.TimelockFact;
import org.breakwater.core.fact.TreasuryFact;
import org.breakwater.core.risk.MetricKind.Unit;
import org.breakwater.core.watch.rule.EventKind;
import org.breakwater.core.watch.rule.Quantity;

/// Reads facts for what is worth an alert. Words that others chose are not repeated: only names, numbers and addresses.
final class EventReader {

    private final AlertNames names;
    private final PowerEvents power;
    private final BusinessEvents business;

    EventReader(AlertNames names, Deployment deployment) {
        this.names = names;
        this.power = new PowerEvents(names, deployment);
        this.business = new BusinessEvents(names);
    }

    List<Happening> read(LoggedFact logged) {
        var found = new Found(logged);
        switch (logged.fact()) {
            case AuthorityFact fact -> power.authority(fact, found);
            case TimelockFact fact -> power.timelock(fact, found);
            case GovernorFact fact -> power.governor(fact, found);
            case DirectoryFact fact -> power.directory(fact, found);
            case ModuleFact.AuthorityUpdated(var authority) ->
                found.began(
                        EventKind.AUTHORITY_CHANGED,
                        "authority",
                        new Subject.Contract(logged.contract()),
                        names.address(logged.contract()),
                        "It asks " + names.address(authority) + " who may do what");
            case ParameterFact fact -> power.parameter(fact, found);
            case GuardianFact fact -> power.guardian(fact, found);
            case TreasuryFact fact -> business.treasury(fact, found);
            case PoolFact fact -> business.pool(fact, found);
            case IncidentFact fact -> business.incident(fact, found);
            case ClaimFact fact -> business.claim(fact, found);
            case CaseFact.CaseOpened opened ->
                found.began(
                        EventKind.CASE_OPENED,
                        "case " + opened.caseId(),
                        new Subject.Case(opened.caseId()),
                        "case " + opened.caseId(),
                        "Voters decide it until " + Said.time(opened.case_().closes()));
            case CaseFact.CaseClosed closed ->
                found.ended(EventKind.CASE_OPENED, "case " + closed.caseId(), "The case is closed");
            case RiskFact fact -> business.risk(fact, found);
            case AdapterFact fact -> business.adapter(fact, found);
            case ConfigurationFact _ ->
                found.began(
                        EventKind.ADAPTER_CONFIGURED,
                        "configuration",
                        new Subject.Adapter(logged.contract()),
                        names.address(logged.contract()),
                        "What it reads, or from where on it decides, is another");
            case EscrowFact fact -> business.escrow(fact, found);
            case SeriesFact.SeriesSettled settled ->
                found.began(
                        EventKind.SERIES_SETTLED,
                        "series " + settled.id(),
                        new Subject.Contract(logged.contract()),
                        "series " + settled.id(),
                        "Severity " + Quantity.write(BigInteger.valueOf(settled.severityBps()), Unit.BASIS_POINTS));
            case AccountCoverFact.FundingEnded(var integrator, var _) ->
                found.began(
                        EventKind.FUNDING_ENDED,
                        "funding " + integrator,
                        new Subject.Integrator(integrator),
                        names.address(integrator),
                        "What it prepaid is used up, and nothing of it is in force");
            case AccountCoverFact.FundingStarted(var integrator, var _) ->
                found.ended(EventKind.FUNDING_ENDED, "funding " + integrator, "Prepaid cover runs again");
            case GateFact.ExclusionSet(var account, var excluded) ->
                found.began(
                        EventKind.EXCLUSION_CHANGED,
                        "exclusion " + account,
                        new Subject.Contract(account),
                        names.address(account),
                        excluded ? "It may not take part any more" : "It may take part again");
            case PolicyFact.TermsPublished published ->
                found.began(
                        EventKind.TERMS_PUBLISHED,
                        "terms " + published.poolId() + "/" + published.version(),
                        new Subject.Pool(published.poolId()),
                        "pool " + published.poolId(),
                        "Version " + published.version() + " holds for what is sold from now on");
            default -> {
                // Nothing that a rule can name.
            }
        }
        return found.all();
    }
}
