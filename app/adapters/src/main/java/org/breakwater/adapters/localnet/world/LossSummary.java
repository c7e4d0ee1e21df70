package org.breakwater.adapters.localnet.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.breakwater.core.problem.ProblemException;

/// What the losses have come to, for whoever rebuilds the world: everything by its state.
final class LossSummary {

    private static final List<String> PROPOSAL_STATES =
            List.of("PENDING", "ACTIVE", "CANCELED", "DEFEATED", "SUCCEEDED", "QUEUED", "EXPIRED", "EXECUTED");
    private static final List<String> CHANGE_STATES = List.of("NONE", "PENDING", "EXECUTED", "CANCELLED", "EXPIRED");
    private static final List<String> ROUTES = List.of("automatic", "vote", "council");

    private final Setting setting;

    LossSummary(Setting setting) {
        this.setting = setting;
    }

    String text() throws ProblemException {
        var text = new StringBuilder();
        text.append("incidents %s%n".formatted(counted(incidents())));
        text.append("claims %s%n".formatted(counted(claims())));
        text.append("proposals %s%n".formatted(counted(proposals())));
        text.append("changes %s%n".formatted(counted(changes())));
        var tribunal = contract("Tribunal");
        text.append("cases %s, texts %d, pauses %s%n"
                .formatted(
                        setting.stage().number(tribunal.call("caseCount")),
                        setting.texts().served().size(),
                        setting.stage().number(contract("EmergencyGuardian").call("pauseCount"))));
        return text.toString();
    }

    private List<String> incidents() throws ProblemException {
        var incidents = contract("Incidents");
        var names = new ArrayList<String>();
        for (long id = 1; id <= count(incidents.call("incidentCount")); id++) {
            var incident = setting.stage().view(incidents.call("incident", id)).struct();
            names.add(IncidentState.of(incident) + " "
                    + ROUTES.get(incident.number("route").intValueExact()));
        }
        return names;
    }

    private List<String> claims() throws ProblemException {
        var claims = contract("Claims");
        var names = new ArrayList<String>();
        for (long id = 1; id <= count(claims.call("claimCount")); id++) {
            var claim = setting.stage().view(claims.call("claim", id)).struct();
            names.add(ClaimState.of(claim) + " "
                    + ROUTES.get(claim.number("route").intValueExact()));
        }
        return names;
    }

    private List<String> proposals() throws ProblemException {
        var governor = contract("CoverGovernor");
        var names = new ArrayList<String>();
        for (long index = 0; index < count(governor.call("proposalCount")); index++) {
            var id = setting.stage()
                    .view(governor.call("proposalDetailsAt", index))
                    .number();
            names.add(PROPOSAL_STATES.get(
                    setting.stage().number(governor.call("state", id)).intValueExact()));
        }
        return names;
    }

    private List<String> changes() throws ProblemException {
        var parameters = contract("ParameterRegistry");
        var names = new ArrayList<String>();
        for (long id = 1; id <= count(parameters.call("changeCount")); id++) {
            var change = setting.stage().view(parameters.call("change", id)).struct();
            names.add(CHANGE_STATES.get(change.number("state").intValueExact()));
        }
        return names;
    }

    private static Map<String, Integer> counted(List<String> names) {
        var counts = new TreeMap<String, Integer>();
        names.forEach(name -> counts.merge(name, 1, Integer::sum));
        return counts;
    }

    private long count(Call call) throws ProblemException {
        return setting.stage().number(call).longValueExact();
    }

    private Contract contract(String name) {
        return setting.protocol().contract(name);
    }
}
