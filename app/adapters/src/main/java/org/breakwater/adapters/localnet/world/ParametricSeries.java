package org.breakwater.adapters.localnet.world;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.breakwater.adapters.localnet.world.Reports.Finding;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Bytes;

/// Parametric cover in units of one dollar: series that the DAO opens, that anyone buys, that are settled by what was
/// measured,
/// and whose units are paid out to whoever holds them.
final class ParametricSeries implements Strand {

    private static final int POOL = 6;

    /// From a proposal to its execution, and an hour for the surprise.
    private static final Duration VOTED = Duration.ofDays(8).plusHours(3);

    private static final Duration SALES = Duration.ofDays(21);
    private static final Duration AFTER_THE_END = Duration.ofHours(30);

    /// What happened, or did not, by the scale of the subject's terms.
    ///
    /// @param proposed day
    /// @param event days after sales end for which the cover runs
    /// @param value measured; what the adapter makes of it decides
    /// @param happened hours after the end of sales; where nothing happened, what the report speaks of
    private record Plan(
            String subject, int proposed, int units, int event, long value, int happened, boolean paysOut) {}

    private static final List<Plan> PLANS = List.of(
            new Plan("Wind Baltic East", 62, 24_000, 30, 41, 500, true),
            new Plan("Heat Seville", 196, 18_000, 45, 2, 900, false),
            new Plan("Shipping Rotterdam–Singapore", 372, 30_000, 40, 17, 700, true),
            new Plan("Drought Castile", 512, 22_000, 60, 34, 1_200, false),
            new Plan("Flight delay London–Lisbon", 590, 20_000, 20, 176, 260, true),
            new Plan("Frost Mendoza", 654, 26_000, 25, -47, 300, true),
            new Plan("Rhine gauge Kaub", 688, 28_000, 60, 0, 0, false),
            new Plan("Wind Baltic East", 709, 25_000, 75, 0, 0, false));

    private final Setting setting;
    private final Subjects subjects;
    private final Adapters adapters;
    private final Purse purse;
    private final Draw draw;
    private final Contract series;
    private final Contract adapter;

    ParametricSeries(Setting setting, Subjects subjects, Adapters adapters) {
        this.setting = setting;
        this.subjects = subjects;
        this.adapters = adapters;
        this.purse = new Purse(setting);
        this.draw = setting.draw("series");
        this.series = setting.protocol().contract("CoverSeries");
        this.adapter = adapters.contract(Adapters.PARAMETRIC);
    }

    @Override
    public void begin() {
        var agenda = setting.agenda();
        for (var plan : PLANS) {
            agenda.at(agenda.day(plan.proposed(), 14), "Proposing a series on " + plan.subject(), () -> propose(plan));
        }
    }

    private void propose(Plan plan) throws ProblemException {
        var subject = subjects.named(plan.subject());
        var salesEnd = setting.agenda().now().plus(VOTED).plus(SALES);
        var eventEnd = salesEnd.plus(Duration.ofDays(plan.event()));
        var terms = setting.texts()
                .add(
                        "Series on " + plan.subject(),
                        "One unit pays up to one dollar. " + subject.entry().what() + " Sales end " + salesEnd
                                + ", cover ends " + eventEnd + ".");
        var open = series.call(
                "open", POOL, subject.id(), adapter, Setting.usdc(1), plan.units(), salesEnd, eventEnd, terms.hash());
        setting.dao()
                .carry(
                        "Open a series on " + plan.subject(),
                        "Units of one dollar, up to " + plan.units() + ", at the engine's rate.",
                        List.of(open),
                        () -> sell(plan, subject, salesEnd, eventEnd));
    }

    private void sell(Plan plan, Subject subject, Instant salesEnd, Instant eventEnd) throws ProblemException {
        var id = setting.stage().number(series.call("seriesCount"));
        var holders = new LinkedHashSet<Person>();
        var buyers = draw.between(8, 15);
        var left = Duration.between(setting.agenda().now(), salesEnd).toSeconds();
        for (int buyer = 0; buyer < buyers; buyer++) {
            var share = draw.between(0.03, 0.13);
            setting.agenda()
                    .after(
                            Duration.ofSeconds(Math.round(left * draw.between(0.02, 0.97))),
                            "Buying units of a series",
                            () -> buy(id, subject, Math.round(plan.units() * share) / 10 * 10, holders));
        }
        if (plan.happened() > 0) {
            settleLater(plan, subject, id, salesEnd, eventEnd, holders);
        }
    }

    private void buy(BigInteger id, Subject subject, long wanted, Set<Person> holders) throws ProblemException {
        var units = Math.min(wanted, left(id));
        var pool = setting.protocol().pool(POOL);
        var capacity = setting.stage().number(pool.call("availableCapacity", subject.id()));
        if (units == 0 || capacity.compareTo(Setting.usdc(units)) < 0) {
            return;
        }
        var buyer = draw.pick(setting.cast().of(Part.HOLDER));
        var most = setting.stage().number(series.call("premiumOf", id, units)).add(Setting.usdc(1));
        purse.spend(buyer, series, most, series.call("mint", id, units, most, buyer));
        holders.add(buyer);
    }

    private long left(BigInteger id) throws ProblemException {
        var state = setting.stage().view(series.call("series", id)).struct();
        return state.count("maxUnits") - state.count("unitsSold");
    }

    private void settleLater(
            Plan plan, Subject subject, BigInteger id, Instant salesEnd, Instant eventEnd, Set<Person> holders) {
        var occurred = salesEnd.plus(Duration.ofHours(plan.happened()));
        // A loss is settled as soon as it is reported, nothing only when the period is over.
        var when = plan.paysOut() ? occurred.plus(Duration.ofHours(9)) : eventEnd.plus(AFTER_THE_END);
        setting.agenda().at(when, "Settling a series", () -> {
            setting.stage().send(setting.one(Part.KEEPER), series.call("settle", id, report(plan, subject, occurred)));
            if (plan.paysOut()) {
                redeem(id, List.copyOf(holders));
            }
        });
    }

    private Bytes report(Plan plan, Subject subject, Instant occurred) {
        var source = setting.texts()
                .add(
                        "Measured at " + plan.subject(),
                        "The station or record says " + plan.value() + " for " + occurred + ".");
        return adapters.reports(Adapters.PARAMETRIC)
                .report(new Finding(
                        subject.id(),
                        0,
                        plan.value(),
                        0,
                        occurred.getEpochSecond(),
                        setting.agenda().now().minus(Duration.ofMinutes(20)).getEpochSecond(),
                        source.hash()));
    }

    /// The keeper pushes the money to most holders within days; one is forgotten until late.
    private void redeem(BigInteger id, List<Person> holders) {
        var late = holders.size() - 1;
        setting.agenda().after(Duration.ofHours(6), "Redeeming units", () -> push(id, holders.subList(0, late / 2)));
        setting.agenda().after(Duration.ofDays(3), "Redeeming units", () -> push(id, holders.subList(late / 2, late)));
        setting.agenda().after(Duration.ofDays(41), "Redeeming the last units", () -> {
            push(id, holders.subList(late, holders.size()));
            setting.stage().send(setting.one(Part.KEEPER), series.call("close", id));
        });
    }

    private void push(BigInteger id, List<Person> holders) throws ProblemException {
        var calls = new ArrayList<Call>();
        for (var holder : holders) {
            calls.add(series.call("redeem", id, holder));
        }
        setting.stage().send(setting.one(Part.KEEPER), calls);
    }
}
