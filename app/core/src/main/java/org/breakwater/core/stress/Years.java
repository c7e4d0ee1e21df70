package org.breakwater.core.stress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.breakwater.core.stress.chance.Normal;
import org.breakwater.core.stress.chance.RandomStream;
import org.breakwater.core.stress.chance.StudentT;
import org.breakwater.core.stress.chance.WeightedChoice;

/// Draws years from a model. One belongs to one thread.
///
/// Given the common factor, risks are hit independently of each other. Where all of some risks were hit with the same
/// chance, the distance from one hit to the next would be geometric; so the next candidate is found by one draw with
/// the highest chance among them, and kept with the ratio of its own chance to that. What is drawn is what a draw for
/// every risk would be, at the cost of the hits instead of the risks.
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

    /// Risks of one sector with chances of about the same size.
    ///
    /// @param members by their place, the likeliest first
    /// @param chances of each
    /// @param marks below which the latent variable of each means a loss
    private record Group(int sector, int[] members, double[] chances, double[] marks) {}

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
            sources[own + i] = shock.members().stream().mapToInt(Integer::intValue).toArray();
            reach[own + i] = shock.reach();
            rates[own + i] = shock.rate();
        }
        rate = Arrays.stream(rates).sum();
        source = new WeightedChoice(rate > 0 ? rates : new double[] {1});
        factors = new double[sectors()];
    }

    private int sectors() {
        return occurrence instanceof Occurrence.AtMostOnce(Dependence.Sectors(var _, var between))
                ? between.size()
                : 1;
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

    private boolean together(int likeliest, int other) {
        return sector(likeliest) == sector(other) && risks[other].yearly() * 2 > risks[likeliest].yearly();
    }

    private Group group(List<Integer> places) {
        var members = places.stream().mapToInt(Integer::intValue).toArray();
        var chances = Arrays.stream(members).mapToDouble(i -> risks[i].yearly()).toArray();
        var marks = Arrays.stream(chances).map(this::mark).toArray();
        return new Group(sector(members[0]), members, chances, marks);
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
                drawOwn(dependence, stream, year);
                drawShared(stream.poisson(rate), true, stream, year);
                for (int event = 0; event < year.count(); event++) {
                    hit[year.risk(event)] = NOT_HIT;
                }
            }
            case Occurrence.Repeated(var shape) -> {
                var factor = shape.isPresent() ? stream.gamma(shape.getAsDouble()) / shape.getAsDouble() : 1;
                drawShared(rate == 0 ? 0 : stream.poisson(rate * factor), false, stream, year);
            }
        }
        year.sort();
    }

    private void drawOwn(Dependence dependence, RandomStream stream, Year year) {
        switch (dependence) {
            case Dependence.Independent() -> {
                for (var group : groups) {
                    independent(group, stream, year);
                }
            }
            case Dependence.OneFactor(var correlation) -> {
                var factor = stream.normal();
                for (var group : groups) {
                    dependent(group, 1, factor, correlation, stream, year);
                }
            }
            case Dependence.OneFactorT(var correlation, var degrees) -> {
                var factor = stream.normal();
                var scale = Math.sqrt(2 * stream.gamma(degrees / 2) / degrees);
                for (var group : groups) {
                    dependent(group, scale, factor, correlation, stream, year);
                }
            }
            case Dependence.Sectors(var within, var between) -> {
                for (int i = 0; i < factors.length; i++) {
                    factors[i] = stream.normal();
                }
                between.correlate(factors);
                for (var group : groups) {
                    dependent(group, 1, factors[group.sector()], within, stream, year);
                }
            }
        }
    }

    private void independent(Group group, RandomStream stream, Year year) {
        var highest = group.chances()[0];
        var perStep = -Math.log1p(-highest);
        for (int next = skip(-1, perStep, group, stream); next < group.members().length; ) {
            if (highest == group.chances()[next] || stream.uniform() * highest < group.chances()[next]) {
                strike(group.members()[next], stream, year);
            }
            next = skip(next, perStep, group, stream);
        }
    }

    /// @param scale by which the marks are multiplied
    private void dependent(
            Group group, double scale, double factor, double correlation, RandomStream stream, Year year) {
        var shift = Math.sqrt(correlation) * factor;
        var spread = Math.sqrt(1 - correlation);
        var marks = group.marks();
        var highest = chance(marks[0], scale, shift, spread);
        var perStep = -Math.log1p(-highest);
        for (int next = skip(-1, perStep, group, stream); next < marks.length; ) {
            if (marks[next] == marks[0]
                    || stream.uniform() * highest < chance(marks[next], scale, shift, spread)) {
                strike(group.members()[next], stream, year);
            }
            next = skip(next, perStep, group, stream);
        }
    }

    /// The chance of a loss once the factor is known.
    static double chance(double mark, double scale, double shift, double spread) {
        return Normal.probability((mark * scale - shift) / spread);
    }

    /// The place of the next candidate, or the group's end.
    private static int skip(int place, double perStep, Group group, RandomStream stream) {
        var gap = stream.exponential() / perStep;
        var end = group.members().length;
        return gap < end - place - 1 ? place + 1 + (int) gap : end;
    }

    private void strike(int risk, RandomStream stream, Year year) {
        hit[risk] = year.count();
        year.add(risk, risks[risk].severity().next(stream), stream.uniform());
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
