package org.breakwater.core.stress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.breakwater.core.stress.chance.Normal;
import org.breakwater.core.stress.chance.NormalBound;
import org.breakwater.core.stress.chance.RandomStream;
import org.breakwater.core.stress.chance.StudentT;
import org.breakwater.core.stress.chance.WeightedChoice;

/// Draws years from a model. One belongs to one thread.
///
/// Given the common factor, risks are hit independently of each other, and the number of risks from one hit to the
/// next is geometric: an exponential clock runs down by a rate for every risk that is passed, and where it reaches
/// zero there is a hit. The rate is read from a table of upper bounds, and a candidate is kept with the ratio of its
/// exact chance to the bound. What is drawn is what a draw for every risk would be, at the cost of the hits instead
/// of the risks.
final class Years {

    private static final int NOT_HIT = -1;

    private final Risk[] risks;
    private final List<Shock> shocks;
    private final Occurrence occurrence;
    private final List<Group> groups;
    private final int[] hit;

    private final int[][] sources;
    private final double[] reach;
    private final double rate;
    private final WeightedChoice source;

    private final double[] factors;

    /// Risks of one sector with the same chance.
    ///
    /// @param members by their place
    /// @param mark below which the latent variable means a loss
    private record Group(int sector, int[] members, double chance, double mark) {}

    Years(RiskModel model) {
        risks = model.risks().toArray(Risk[]::new);
        shocks = model.shocks();
        occurrence = model.occurrence();
        hit = new int[risks.length];
        Arrays.fill(hit, NOT_HIT);
        var once = occurrence instanceof Occurrence.AtMostOnce;
        groups = once ? groups() : List.of();
        var own = once ? 0 : risks.length;
        sources = new int[own + shocks.size()][];
        reach = new double[sources.length];
        var rates = new double[sources.length];
        for (int i = 0; i < own; i++) {
            sources[i] = new int[] {i};
            reach[i] = 1;
            rates[i] = risks[i].yearly();
        }
        for (int i = 0; i < shocks.size(); i++) {
            var shock = shocks.get(i);
            sources[own + i] =
                    shock.members().stream().mapToInt(Integer::intValue).toArray();
            reach[own + i] = shock.reach();
            rates[own + i] = shock.rate();
        }
        rate = Arrays.stream(rates).sum();
        source = new WeightedChoice(rate > 0 ? rates : new double[] {1});
        factors = new double[sectors()];
    }

    private int sectors() {
        return occurrence instanceof Occurrence.AtMostOnce(Dependence.Sectors(var _, var between)) ? between.size() : 1;
    }

    private List<Group> groups() {
        var found = new ArrayList<Group>();
        var places = new ArrayList<Integer>();
        for (int i = 0; i < risks.length; i++) {
            if (risks[i].yearly() > 0) {
                places.add(i);
            }
        }
        places.sort((one, other) -> {
            var bySector = Integer.compare(sector(one), sector(other));
            var byChance = Double.compare(risks[other].yearly(), risks[one].yearly());
            return bySector != 0 ? bySector : byChance != 0 ? byChance : Integer.compare(one, other);
        });
        var from = 0;
        for (int i = 1; i <= places.size(); i++) {
            if (i == places.size() || !together(places.get(from), places.get(i))) {
                found.add(group(places.subList(from, i)));
                from = i;
            }
        }
        return found;
    }

    private int sector(int place) {
        return occurrence instanceof Occurrence.AtMostOnce(Dependence.Sectors _) ? risks[place].sector() : 0;
    }

    private boolean together(int one, int other) {
        return sector(one) == sector(other) && risks[one].yearly() == risks[other].yearly();
    }

    private Group group(List<Integer> places) {
        var members = places.stream().mapToInt(Integer::intValue).toArray();
        var chance = risks[members[0]].yearly();
        return new Group(sector(members[0]), members, chance, mark(chance));
    }

    private double mark(double chance) {
        return occurrence instanceof Occurrence.AtMostOnce(Dependence.OneFactorT(var _, var degrees))
                ? new StudentT(degrees).quantile(chance)
                : Normal.quantile(chance);
    }

    /// Draws a year.
    void draw(RandomStream stream, Year year) {
        year.clear();
        switch (occurrence) {
            case Occurrence.AtMostOnce(var dependence) -> {
                var rest = drawOwn(dependence, stream, year);
                drawShared(eventsWithin(rate, rest, stream), true, stream, year);
                for (int event = 0; event < year.count(); event++) {
                    hit[year.risk(event)] = NOT_HIT;
                }
            }
            case Occurrence.Repeated(var shape) -> {
                var factor = shape.isPresent() ? stream.gamma(shape.getAsDouble()) / shape.getAsDouble() : 1;
                drawShared(eventsWithin(rate * factor, stream.exponential(), stream), false, stream, year);
            }
        }
        year.sort();
    }

    private static int eventsWithin(double time, double first, RandomStream stream) {
        var events = 0;
        for (var next = first; next < time; next += stream.exponential()) {
            events++;
        }
        return events;
    }

    /// What is left of the clock by which hits come.
    private double drawOwn(Dependence dependence, RandomStream stream, Year year) {
        return switch (dependence) {
            case Dependence.Independent() -> {
                var clock = stream.exponential();
                for (var group : groups) {
                    clock = strike(
                            group, group.chance(), -Math.log1p(-group.chance()), group.chance(), clock, stream, year);
                }
                yield clock;
            }
            case Dependence.OneFactor(var correlation) -> {
                Arrays.fill(factors, stream.normal());
                yield drawDependent(1, correlation, stream, year);
            }
            case Dependence.OneFactorT(var correlation, var degrees) -> {
                Arrays.fill(factors, stream.normal());
                yield drawDependent(Math.sqrt(2 * stream.gamma(degrees / 2) / degrees), correlation, stream, year);
            }
            case Dependence.Sectors(var within, var between) -> {
                for (int i = 0; i < factors.length; i++) {
                    factors[i] = stream.normal();
                }
                between.correlate(factors);
                yield drawDependent(1, within, stream, year);
            }
        };
    }

    /// @param scale by which the marks are multiplied
    private double drawDependent(double scale, double correlation, RandomStream stream, Year year) {
        var root = Math.sqrt(correlation);
        var spread = Math.sqrt(1 - correlation);
        var clock = stream.exponential();
        for (var group : groups) {
            var x = distance(group.mark(), scale, root * factors[group.sector()], spread);
            var bound = NormalBound.place(x);
            var rate = NormalBound.rate(bound);
            var whole = rate * group.members().length;
            if (clock >= whole) {
                clock -= whole;
            } else {
                clock = strike(group, Normal.probability(x), rate, NormalBound.chance(bound), clock, stream, year);
            }
        }
        return clock;
    }

    /// The chance of a loss once the factor is known.
    static double chance(double mark, double scale, double shift, double spread) {
        return Normal.probability(distance(mark, scale, shift, spread));
    }

    private static double distance(double mark, double scale, double shift, double spread) {
        return (mark * scale - shift) / spread;
    }

    /// Goes through the risks of a group from candidate to candidate.
    ///
    /// @param chance of each
    /// @param rate of candidates for each risk that is passed
    /// @param bound chance to be a candidate, not below the chance of a hit
    /// @param clock until the next candidate
    /// @return what is left of it at the group's end
    private double strike(
            Group group, double chance, double rate, double bound, double clock, RandomStream stream, Year year) {
        var members = group.members();
        var place = 0;
        var left = clock;
        while (place < members.length) {
            var whole = rate * (members.length - place);
            if (left >= whole) {
                return left - whole;
            }
            place = Math.min(place + (int) (left / rate), members.length - 1);
            if (chance >= bound || stream.uniform() * bound < chance) {
                var risk = members[place];
                hit[risk] = year.count();
                year.add(risk, risks[risk].severity().next(stream), stream.uniform());
            }
            place++;
            left = stream.exponential();
        }
        return left;
    }

    private void drawShared(int events, boolean once, RandomStream stream, Year year) {
        for (int event = 0; event < events; event++) {
            var place = source.next(stream);
            var time = stream.uniform();
            for (int risk : sources[place]) {
                if (reach[place] == 1 || stream.uniform() < reach[place]) {
                    var severity = risks[risk].severity().next(stream);
                    if (once && hit[risk] != NOT_HIT) {
                        year.keepEarlier(hit[risk], severity, time);
                    } else {
                        hit[risk] = once ? year.count() : NOT_HIT;
                        year.add(risk, severity, time);
                    }
                }
            }
        }
    }
}
