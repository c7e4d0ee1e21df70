package org.breakwater.adapters.localnet.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.breakwater.core.problem.ProblemException;

/// Prices move now and then over the two years; just before the head every feed has answered, but for one that has been
/// silent
/// for longer than it may be.
final class HeadReadings implements Strand {

    private static final String SILENT = "Current Markets";

    /// The age of a price may be 61 minutes then.
    private static final Duration TOO_LONG = Duration.ofMinutes(81);

    /// Deeds that fit into one block, each counted with its whole gas limit.
    private static final int AT_ONCE = 40;

    private static final int MONTHS = 23;

    private final Props props;
    private final Draw draw;

    HeadReadings(Props props) {
        this.props = props;
        this.draw = props.setting().draw("head readings");
    }

    @Override
    public void begin() {
        var agenda = props.agenda();
        for (int month = 2; month <= MONTHS; month++) {
            agenda.at(agenda.day(30L * month + 3, 4.5), "Prices of the month", this::wander);
        }
        agenda.at(
                props.head().minus(TOO_LONG),
                "The last answer of a feed",
                () -> props.stage()
                        .mine(props.adapters().feeds(props.subject(SILENT)).answers()));
        agenda.at(props.head().minus(Duration.ofMinutes(23)), "Answers of all other feeds", this::answer);
        agenda.at(props.head().minus(Duration.ofMinutes(140)), "Reading the vaults", this::readVaults);
    }

    /// Prices of tokens go a little up or down; coins stay at their peg.
    private void wander() throws ProblemException {
        for (var subject : props.adapters().withFeeds()) {
            var feeds = props.adapters().feeds(subject);
            if (subject.kind() == Kind.ORACLE_LIQUIDITY) {
                feeds.moveTo(Math.round(feeds.price8() * draw.between(0.93, 1.08)));
            }
        }
        answerAll(props.adapters().withFeeds());
    }

    private void answer() throws ProblemException {
        answerAll(props.adapters().withFeeds().stream()
                .filter(subject -> !subject.name().equals(SILENT))
                .toList());
    }

    private void answerAll(List<Subject> subjects) throws ProblemException {
        var deeds = new ArrayList<Stage.Deed>();
        for (var subject : subjects) {
            deeds.addAll(props.adapters().feeds(subject).answers());
        }
        for (int from = 0; from < deeds.size(); from += AT_ONCE) {
            props.stage().mine(List.copyOf(deeds.subList(from, Math.min(deeds.size(), from + AT_ONCE))));
        }
    }

    private void readVaults() throws ProblemException {
        var tvl = props.adapters().contract(Adapters.TVL);
        for (var subject : props.adapters().withVaults()) {
            props.stage().send(props.keeper(), tvl.call("commitObservation", subject.id(), new byte[0]));
        }
    }
}
