package org.breakwater.desktop.feature.claims;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.breakwater.core.projection.view.BallotView;
import org.breakwater.core.projection.view.CaseView;
import org.breakwater.core.projection.view.Claim;
import org.breakwater.core.projection.view.ClaimView;
import org.breakwater.core.projection.view.Incident;
import org.breakwater.core.protocol.CaseOutcome;
import org.breakwater.core.value.Address;

/// Who does not vote in a case, and why, as the contracts have it.
final class Parties {

    private final Map<Address, String> why = new LinkedHashMap<>();

    private Parties() {}

    /// Of a claim: the claimant, the payee, and whoever is a party to its incident.
    static Map<Address, String> of(Claim claim, Incident incident, List<ClaimView> claims) {
        var parties = new Parties();
        parties.add(claim.claimant(), "made this claim");
        parties.add(claim.payTo(), "would be paid by this claim");
        parties.addAll(incident, claims);
        return Map.copyOf(parties.why);
    }

    /// Of an incident: who detected it, who challenged it, who claims by it.
    ///
    /// @param claims of the incident
    static Map<Address, String> of(Incident incident, List<ClaimView> claims) {
        var parties = new Parties();
        parties.addAll(incident, claims);
        return Map.copyOf(parties.why);
    }

    /// Who has something at stake in a claim that keeps nobody from voting.
    static Map<Address, String> stakes(ClaimView view) {
        return view.holder().isZero() || view.holder().equals(view.claim().claimant())
                ? Map.of()
                : Map.of(view.holder(), "holds the policy that it is about");
    }

    /// Voters in a running case who are parties by now, and whose ballots still count.
    static List<Address> counted(CaseView running, List<BallotView> ballots, Map<Address, String> parties) {
        return running.case_().outcome() == CaseOutcome.OPEN
                ? ballots.stream()
                        .map(BallotView::voter)
                        .filter(parties::containsKey)
                        .toList()
                : List.of();
    }

    private void addAll(Incident incident, List<ClaimView> claims) {
        add(incident.detector(), "detected the incident");
        add(incident.challenger(), "challenged the incident");
        claims.forEach(claim -> add(claim.claim().claimant(), "claims by this incident"));
    }

    private void add(Address account, String because) {
        if (!account.isZero()) {
            why.putIfAbsent(account, because);
        }
    }
}
