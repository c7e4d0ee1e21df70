package org.breakwater.core.stress;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.breakwater.core.fact.RiskFact.Dependencies;
import org.breakwater.core.projection.ProtocolView;
import org.breakwater.core.projection.view.SubjectView;
import org.breakwater.core.protocol.RiskKind;
import org.breakwater.core.stress.Assumptions.SharedCause;
import org.breakwater.core.stress.Assumptions.Spread;
import org.breakwater.core.stress.chance.Severity;
import org.breakwater.core.value.Hash32;

/// What can be hit in the protocol: every subject of the registry, covered or not, every venue and every settlement
/// asset. Because it does not depend on what is covered, the same years can be gone through before and after a
/// change.
public final class ProtocolRisks {

    /// Sectors are kinds of subjects, and what the treasury holds.
    public static final int SECTORS = RiskKind.values().length + 1;

    private final RiskModel model;
    private final Map<RiskTarget, Integer> places;

    private ProtocolRisks(RiskModel model, Map<RiskTarget, Integer> places) {
        this.model = model;
        this.places = places;
    }

    /// The risks of two moments together; where both know something, it is as likely as at the first.
    ///
    /// @throws StressException where something is assumed that cannot be, or nothing is
    public static ProtocolRisks of(List<ProtocolView> moments, Assumptions assumptions) throws StressException {
        var risks = new LinkedHashMap<RiskTarget, Risk>();
        var dependencies = new HashMap<RiskTarget, Dependencies>();
        var severities = new HashMap<Spread, Severity>();
        for (var view : moments) {
            for (var subject : view.subjects()) {
                var target = new RiskTarget.Subject(subject.subjectId());
                if (!risks.containsKey(target)) {
                    risks.put(target, subject(subject, target, assumptions, severities));
                    dependencies.put(target, subject.inputs().dependencies());
                }
            }
            for (var venue : view.treasury().venues()) {
                var loss = venue.state().selfReported() ? assumptions.ownWord() : assumptions.venue();
                var target = new RiskTarget.Venue(venue.venue());
                risks.putIfAbsent(target, held("venue " + venue.venue(), target, loss, severities));
            }
            for (var asset : view.treasury().assets()) {
                var target = new RiskTarget.Peg(asset.asset());
                risks.putIfAbsent(target, held("asset " + asset.asset(), target, assumptions.peg(), severities));
            }
        }
        var places = new HashMap<RiskTarget, Integer>();
        risks.keySet().forEach(target -> places.put(target, places.size()));
        var shocks = shocks(assumptions, dependencies, places);
        var once = new Occurrence.AtMostOnce(assumptions.dependence());
        return new ProtocolRisks(RiskModel.of(List.copyOf(risks.values()), shocks, once), places);
    }

    private static Risk subject(
            SubjectView view, RiskTarget target, Assumptions assumptions, Map<Spread, Severity> severities)
            throws StressException {
        var subject = view.subject();
        var name = "subject " + view.subjectId();
        var yearly = assumptions.yearly().get(subject.level());
        var spread = assumptions.severity().get(subject.kind());
        if (yearly == null || spread == null) {
            throw new StressException(
                    new StressFault.NotModelled(name + " of level " + subject.level() + " and kind " + subject.kind()));
        }
        var severity = severity(spread, severities);
        return new Risk(name, target, yearly, subject.kind().number(), severity);
    }

    private static Risk held(
            String name, RiskTarget target, Assumptions.AssetLoss loss, Map<Spread, Severity> severities)
            throws StressException {
        return new Risk(name, target, loss.yearly(), SECTORS - 1, severity(loss.severity(), severities));
    }

    private static Severity severity(Spread spread, Map<Spread, Severity> severities) throws StressException {
        if (!(spread.mean() > 0 && spread.mean() < 1)) {
            throw new StressException(
                    new StressFault.OutOfRange("A mean severity", spread.mean(), "a share above 0 and below 1"));
        }
        if (!(spread.spread() > 0 && spread.spread() < 1e6)) {
            throw new StressException(
                    new StressFault.OutOfRange("The spread of a severity", spread.spread(), "a number above 0"));
        }
        return severities.computeIfAbsent(spread, each -> Severity.beta(each.mean(), each.spread()));
    }

    /// One shared cause for each thing that two subjects or more depend on.
    private static List<Shock> shocks(
            Assumptions assumptions, Map<RiskTarget, Dependencies> dependencies, Map<RiskTarget, Integer> places) {
        var parts = new EnumMap<SharedCause, Function<Dependencies, Hash32>>(SharedCause.class);
        parts.put(SharedCause.CHAIN, Dependencies::chain);
        parts.put(SharedCause.ORACLE, Dependencies::oracle);
        parts.put(SharedCause.BRIDGE, Dependencies::bridge);
        parts.put(SharedCause.CUSTODIAN, Dependencies::custodian);
        parts.put(SharedCause.CODE_LINEAGE, Dependencies::codeLineage);
        var shocks = new ArrayList<Shock>();
        parts.forEach((cause, part) -> {
            var reach = assumptions.shared().get(cause);
            if (reach != null) {
                members(dependencies, places, part)
                        .forEach((id, members) ->
                                shocks.add(new Shock(cause + " " + id, reach.rate(), reach.reach(), members)));
            }
        });
        return shocks;
    }

    private static Map<Hash32, List<Integer>> members(
            Map<RiskTarget, Dependencies> dependencies,
            Map<RiskTarget, Integer> places,
            Function<Dependencies, Hash32> part) {
        var members = new LinkedHashMap<Hash32, List<Integer>>();
        places.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .filter(entry -> dependencies.containsKey(entry.getKey()))
                .forEach(entry -> {
                    var id = part.apply(dependencies.get(entry.getKey()));
                    if (!id.equals(Hash32.ZERO)) {
                        members.computeIfAbsent(id, _ -> new ArrayList<>()).add(entry.getValue());
                    }
                });
        members.values().removeIf(sharing -> sharing.size() < 2);
        return members;
    }

    public RiskModel model() {
        return model;
    }

    /// Where a risk stands in the model.
    ///
    /// @throws StressException where nothing is assumed about it
    public int place(RiskTarget target) throws StressException {
        var place = places.get(target);
        if (place == null) {
            throw new StressException(new StressFault.NotModelled(target.toString()));
        }
        return place;
    }
}
