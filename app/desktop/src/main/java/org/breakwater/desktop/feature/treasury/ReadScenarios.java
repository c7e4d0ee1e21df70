package org.breakwater.desktop.feature.treasury;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.breakwater.core.follow.Known;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.stress.Assumptions;
import org.breakwater.core.stress.Book;
import org.breakwater.core.stress.ProtocolBook;
import org.breakwater.core.stress.ProtocolRisks;
import org.breakwater.core.stress.RiskTarget;
import org.breakwater.core.stress.Scenario;
import org.breakwater.core.stress.StressException;
import org.breakwater.core.stress.own.OwnScenario;
import org.breakwater.core.text.TextLibrary;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.event.EventNames;
import org.breakwater.desktop.feature.treasury.ScenarioPage.HitTarget;
import org.breakwater.desktop.feature.treasury.ScenarioPage.Outcome;
import org.breakwater.desktop.feature.treasury.ScenarioPage.ScenarioRow;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.l10n.Terms;
import org.breakwater.desktop.place.PoolName;

/// Goes through scenarios with what is known, by the contracts' rules.
///
/// @param names what an address is called
/// @param texts where subjects have their names from
record ReadScenarios(Function<Address, String> names, TextLibrary texts, Assumptions assumptions) {

    /// What scenarios are gone through with.
    private record Setting(ProtocolRisks risks, Book book) {

        Outcome outcome(Scenario scenario) throws StressException {
            var outcome = scenario.outcome(risks, book);
            return new Outcome(
                    SettlementAsset.amount(outcome.claims()),
                    SettlementAsset.amount(outcome.cut()),
                    SettlementAsset.amount(outcome.assets()),
                    outcome.under().isEmpty()
                            ? "none"
                            : outcome.under().stream().map(PoolName::inRow).collect(Collectors.joining(", ")));
        }
    }

    private Setting setting(Known known) throws StressException {
        var risks = ProtocolRisks.of(List.of(known.view()), assumptions);
        return new Setting(risks, ProtocolBook.of(known.view(), risks, assumptions));
    }

    /// @throws StressException where nothing at all can be gone through
    ScenarioPage of(Known known, List<OwnScenario> own) throws StressException {
        var setting = setting(known);
        var named = EventNames.of(known, names, texts);
        var rows = new ArrayList<ScenarioRow>();
        for (var scenario : Scenario.published(known.view(), setting.book(), setting.risks(), named::subject)) {
            rows.add(new ScenarioRow(
                    rows.size() + 1,
                    Optional.empty(),
                    scenario.name(),
                    scenario.after(),
                    Optional.of(setting.outcome(scenario)),
                    ""));
        }
        for (var scenario : own) {
            rows.add(row(rows.size() + 1, scenario, setting));
        }
        return new ScenarioPage(known.block(), rows, targets(known, setting, named));
    }

    private static ScenarioRow row(int number, OwnScenario scenario, Setting setting) {
        try {
            var outcome = Optional.of(setting.outcome(scenario.scenario()));
            return new ScenarioRow(number, Optional.of(scenario), scenario.name(), OwnScenario.AFTER, outcome, "");
        } catch (StressException refused) {
            return new ScenarioRow(
                    number,
                    Optional.of(scenario),
                    scenario.name(),
                    OwnScenario.AFTER,
                    Optional.empty(),
                    refused.fault().problem().toString());
        }
    }

    /// One that is being written.
    Outcome outcome(Known known, OwnScenario scenario) throws StressException {
        return setting(known).outcome(scenario.scenario());
    }

    private List<HitTarget> targets(Known known, Setting setting, EventNames named) {
        var cover = cover(setting);
        var found = new ArrayList<HitTarget>();
        var amounts = new HashMap<RiskTarget, BigInteger>();
        for (var subject : known.view().subjects()) {
            var target = new RiskTarget.Subject(subject.subjectId());
            var covered = cover.getOrDefault(target, BigInteger.ZERO);
            amounts.put(target, covered);
            found.add(new HitTarget(
                    target,
                    named.subject(subject.subjectId()),
                    "subject " + subject.subjectId() + ", "
                            + Terms.of(subject.subject().kind()),
                    covered.signum() == 0 ? "not covered" : written(covered) + " covered"));
        }
        for (var venue : known.view().treasury().venues()) {
            var target = new RiskTarget.Venue(venue.venue());
            amounts.put(target, venue.value());
            found.add(
                    new HitTarget(target, names.apply(venue.venue()), "venue of the treasury", written(venue.value())));
        }
        for (var asset : known.view().treasury().assets()) {
            var target = new RiskTarget.Peg(asset.asset());
            var held = asset.health().liquid().add(asset.health().deployed());
            amounts.put(target, held);
            found.add(new HitTarget(
                    target, names.apply(asset.asset()), "settlement asset", "loses its peg for everybody"));
        }
        found.sort(Comparator.comparing((HitTarget each) -> amounts.get(each.target()))
                .reversed());
        return found;
    }

    private static Map<RiskTarget, BigInteger> cover(Setting setting) {
        var cover = new HashMap<RiskTarget, BigInteger>();
        for (var pool : setting.book().pools()) {
            for (var each : pool.covers()) {
                cover.merge(setting.risks().model().risks().get(each.risk()).target(), each.amount(), BigInteger::add);
            }
        }
        return cover;
    }

    private static String written(BigInteger units) {
        return Numbers.wholeAmount(SettlementAsset.amount(units), Rounding.DUE)
                + Numbers.NO_BREAK
                + SettlementAsset.SYMBOL;
    }
}
