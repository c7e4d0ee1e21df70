package org.breakwater.adapters.localnet.world;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.breakwater.core.problem.ProblemException;

/// The token holders in the tribunal: who votes how, when, and for which stated reason.
final class Ballots {

    private static final BigInteger TOKEN = BigInteger.TEN.pow(18);

    /// Voters' weights are multiples of this many tokens, so that sides can be made exactly equal.
    private static final long GRAIN = 100;

    /// A vote in the last day that changes what would be decided extends the case; the ordinary one is over before.
    private static final Duration CALM = Duration.ofHours(26);

    /// What a ballot says, as the contract numbers it.
    enum Choice implements Numbered {
        NONE(0),
        PAY(1),
        PAY_PARTIAL(2),
        DENY(3),
        ABSTAIN(4);

        private final int number;

        Choice(int number) {
            this.number = number;
        }

        @Override
        public int number() {
            return number;
        }
    }

    private final Agenda agenda;
    private final Stage stage;
    private final Docket docket;
    private final Library library;
    private final List<Person> voters;
    private final Draw draw;

    Ballots(Setting setting, Docket docket, Library library) {
        this.agenda = setting.agenda();
        this.stage = setting.stage();
        this.docket = docket;
        this.library = library;
        this.voters = setting.dao().voters();
        this.draw = setting.draw("ballots");
    }

    /// Has a case voted on as its voters see it, spread over its time.
    void on(long caseId, Mood mood) throws ProblemException {
        var current = docket.caseOf(caseId);
        var from = current.instant("opens").plus(Duration.ofMinutes(50));
        var until = current.instant("closes").minus(CALM);
        var left = new LinkedHashMap<>(weights(caseId));
        for (var side : sides(mood)) {
            for (var voter : take(left, mood.turnout() * side.percent() / 100)) {
                cast(caseId, voter, side.choice(), side.share(), instant(from, until));
            }
        }
    }

    private record Side(Choice choice, int percent, int share) {}

    private static List<Side> sides(Mood mood) {
        return List.of(
                new Side(Choice.PAY, mood.pay(), 0),
                new Side(Choice.PAY_PARTIAL, mood.partial(), mood.share()),
                new Side(Choice.DENY, mood.deny(), 0),
                new Side(Choice.ABSTAIN, mood.abstain(), 0));
    }

    /// Has both sides of a case weigh the same, to the last token.
    ///
    /// @param each about the tokens of each side
    void tie(long caseId, long each) throws ProblemException {
        var current = docket.caseOf(caseId);
        var from = current.instant("opens").plus(Duration.ofMinutes(50));
        var until = current.instant("closes").minus(CALM);
        var left = new LinkedHashMap<>(weights(caseId));
        List<Person> paying;
        List<Person> denying;
        do {
            paying = take(new LinkedHashMap<>(left), each);
            var others = new LinkedHashMap<>(left);
            paying.forEach(others::remove);
            denying = Subset.of(others, paying.stream().mapToLong(left::get).sum(), GRAIN);
        } while (denying.isEmpty());
        for (var voter : paying) {
            cast(caseId, voter, Choice.PAY, 0, instant(from, until));
        }
        for (var voter : denying) {
            cast(caseId, voter, Choice.DENY, 0, instant(from, until));
        }
    }

    /// Has the lead of a case change within its last day: those who deny lead until someone large pays.
    ///
    /// @param before the close, at which the lead changes
    void flip(long caseId, Duration before) throws ProblemException {
        var current = docket.caseOf(caseId);
        var from = current.instant("opens").plus(Duration.ofMinutes(50));
        var until = current.instant("closes").minus(CALM);
        var left = new LinkedHashMap<>(weights(caseId));
        var heaviest = left.pollFirstEntry();
        var large = heaviest.getKey();
        long weight = heaviest.getValue();
        var denying = take(left, 2_700_000);
        var paying = take(left, 2_700_000 - weight / 2);
        for (var voter : denying) {
            cast(caseId, voter, Choice.DENY, 0, instant(from, until));
        }
        for (var voter : paying) {
            cast(caseId, voter, Choice.PAY, 0, instant(from, until));
        }
        cast(caseId, large, Choice.PAY, 0, current.instant("closes").minus(before));
    }

    /// What each voter weighs in a case, in tokens, heaviest first.
    private Map<Person, Long> weights(long caseId) throws ProblemException {
        var weights = new LinkedHashMap<Person, Long>();
        for (var voter : voters) {
            var weight = stage.number(docket.tribunal().call("weightOf", caseId, voter));
            if (weight.signum() > 0) {
                weights.put(voter, weight.divide(TOKEN).longValueExact());
            }
        }
        var byWeight = new LinkedHashMap<Person, Long>();
        weights.entrySet().stream()
                .sorted(Map.Entry.<Person, Long>comparingByValue().reversed())
                .forEach(entry -> byWeight.put(entry.getKey(), entry.getValue()));
        return byWeight;
    }

    /// Takes some of those who are left, so that they weigh about this much together.
    private List<Person> take(Map<Person, Long> left, long tokens) {
        var taken = new ArrayList<Person>();
        var missing = tokens;
        for (var voter : draw.shuffled(List.copyOf(left.keySet()))) {
            long weight = left.getOrDefault(voter, 0L);
            if (weight <= missing + 60_000) {
                taken.add(voter);
                missing -= weight;
                left.remove(voter);
            }
        }
        return taken;
    }

    private Instant instant(Instant from, Instant until) {
        return from.plus(draw.time(Duration.ZERO, Duration.between(from, until)));
    }

    private void cast(long caseId, Person voter, Choice choice, int share, Instant when) {
        var reason = draw.pick(library.keys(reasons(choice)));
        agenda.at(
                when,
                "Voting on case " + caseId,
                () -> stage.send(
                        voter,
                        docket.tribunal()
                                .call(
                                        "vote",
                                        caseId,
                                        choice,
                                        share * 100,
                                        library.write(reason, voter).hash())));
    }

    private static String reasons(Choice choice) {
        return switch (choice) {
            case PAY -> "pay";
            case PAY_PARTIAL -> "partial";
            case DENY -> "deny";
            case ABSTAIN, NONE -> "abstain";
        };
    }
}
