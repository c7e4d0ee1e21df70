package org.breakwater.adapters.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import org.breakwater.adapters.json.JsonText;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.risk.MetricKind.Unit;
import org.breakwater.core.watch.rule.EventKind;
import org.breakwater.core.watch.rule.HealthKind;
import org.breakwater.core.watch.rule.Quantity;
import org.breakwater.core.watch.rule.Rule;
import org.breakwater.core.watch.rule.Rule.Patience;
import org.breakwater.core.watch.rule.RuleBook;
import org.breakwater.core.watch.rule.RuleFormat;
import org.breakwater.core.watch.rule.StateKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files of rules, and what is wrong with others.
class RuleFormatTest {

    private static final String RULE = """
        {"rule": "thin", "severity": "warning", "says": "A pool is thin", "when": %s}\
        """;

    @TempDir
    private Path folder;

    private static RuleBook read(String rules) throws ProblemException {
        var text = "{\"format\": \"breakwater.watch-rules\", \"version\": 1, \"rules\": [\n" + rules + "\n]}";
        return RuleFormat.read(JsonText.parse("rules.json", text, RuleFormat.LIMITS));
    }

    private static Rule when(String when) throws ProblemException {
        return read(RULE.formatted(when)).rules().getFirst();
    }

    @Test
    void theProgramsOwnRulesWatchForAllKindsThatThereAre() {
        var book = RuleFiles.standard();
        var events = new HashSet<EventKind>();
        book.of(Rule.Event.class).forEach(rule -> events.add(rule.event()));
        var states = new HashSet<StateKind>();
        book.of(Rule.State.class).forEach(rule -> states.add(rule.state()));
        var health = new HashSet<HealthKind>();
        book.of(Rule.Health.class).forEach(rule -> health.add(rule.health()));

        assertThat(events.size() + states.size() + health.size()).isGreaterThan(80);
        assertThat(health).containsExactlyInAnyOrder(HealthKind.values());
        assertThat(book.of(Rule.Threshold.class)).hasSizeGreaterThan(12);
        assertThat(book.of(Rule.Change.class)).hasSizeGreaterThan(3);
        assertThat(book.of(Rule.Signer.class)).singleElement().satisfies(rule -> {
            assertThat(rule.atLeast()).isEqualTo(5);
            assertThat(rule.over()).isEqualTo(Duration.ofDays(30));
        });
        assertThat(states)
                .doesNotContain(StateKind.SOLVENCY, StateKind.PAUSE_RUNNING)
                .hasSizeGreaterThan(25);
    }

    @Test
    void aRuleSaysFromWhereOnItClears() throws Exception {
        var rule = (Rule.Threshold)
                when("{\"metric\": \"solvency\", \"of\": \"every pool\", \"below\": \"110 %\", \"clearsAbove\":"
                        + " \"112.5 %\"}");
        assertThat(rule.limit()).isEqualTo(11_000);
        assertThat(rule.clears()).isEqualTo(11_250);
    }

    @Test
    void aFileOnTheDiskIsReadAndOneThatIsTooLargeIsNot() throws Exception {
        var file = folder.resolve("own.json");
        Files.writeString(file, new RuleFiles().standardText());
        assertThat(new RuleFiles().read(Optional.of(file.toString()))).isEqualTo(RuleFiles.standard());

        Files.writeString(file, " ".repeat((int) RuleFormat.LIMITS.bytes()) + new RuleFiles().standardText());
        assertThatThrownBy(() -> new RuleFiles().read(Optional.of(file.toString())))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void thatItMustLastIsSaidInBlocksOrInTime() throws Exception {
        var rules = read("""
            {"rule": "a", "says": "A", "for": "3 blocks", "when": {"state": "venue-cap"}},
            {"rule": "b", "says": "B", "for": "10 minutes", "unless": ["a"], "when": {"state": "venue-cap"}}\
            """);
        assertThat(rules.rules())
                .extracting(rule -> rule.heading().patience())
                .containsExactly(new Patience.Blocks(3), new Patience.Time(Duration.ofMinutes(10)));
    }

    /// What is wrong, and what the sentence about it contains.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"metric": "solvncy", "of": "every pool", "below": "110 %"}                            | Line 2 of rules.json: “solvncy” is no known metric
        {"metric": "solvency", "of": "every pool", "below": "110 days"}                        | “110 days” is no figure of solvency, such as “110 %”
        {"metric": "solvency", "of": "every pool", "below": "110%"}                            | no figure of solvency
        {"metric": "solvency", "of": "every pool", "below": 110}                               | “below” is no text
        {"metric": "solvency", "of": "every pool", "below": "110.001 %"}                       | no figure of solvency
        {"metric": "own-funds", "of": "the protocol", "below": "110 %"}                        | such as “250000 assets”
        {"metric": "oracle-age", "of": "every feed", "above": "5"}                             | such as “45 minutes”
        {"metric": "solvency", "of": "every feed", "below": "110 %"}                           | nothing that solvency is told of
        {"metric": "solvency", "of": "pool", "below": "110 %"}                                 | nothing that solvency is told of
        {"metric": "oracle-age", "of": "feed 0x12", "above": "1 hour"}                         | nothing that oracle-age is told of
        {"metric": "liquidity", "of": "within 8 days", "below": "100 %"}                       | nothing that liquidity is told of
        {"metric": "solvency", "of": "every pool", "below": "110 %", "clearsAbove": "109 %"}   | cannot clear at 109 %, which is on the same side
        {"metric": "solvency", "of": "every pool", "below": "110 %", "clearsBelow": "120 %"}   | “clearsBelow” is unknown
        {"metric": "utilisation", "of": "every pool", "above": "80 %", "clearsBelow": "81 %"}  | cannot clear at 81 %
        {"metric": "solvency", "of": "every pool"}                                             | one of “below” and “above” is needed
        {"metric": "solvency", "of": "every pool", "below": "1 %", "above": "2 %"}             | one of “below” and “above” is needed
        {"metric": "own-funds", "of": "the protocol", "over": "1 year", "falls": "5 %"}        | is no time
        {"metric": "own-funds", "of": "the protocol", "over": "60 days", "falls": "5 %"}       | 1 minute to 31 days
        {"metric": "own-funds", "of": "the protocol", "over": "1 hour", "falls": "5"}          | is no share in percent
        {"metric": "own-funds", "of": "the protocol", "over": "1 hour", "falls": "5 %", "clears": "6 %"} | greater change than it is raised at
        {"event": "role-given"}                                                                | “role-given” is no known event
        {"event": "role-granted", "atLeast": "5 assets"}                                       | “atLeast” is unknown
        {"event": "outflow", "atLeast": "-5 assets"}                                           | is no amount
        {"event": "outflow", "stands": "0 days"}                                               | is no time
        {"event": "outflow", "stands": "999999999 days"}                                       | is no time
        {"state": "venue-cup"}                                                                 | “venue-cup” is no known state
        {"state": "venue-cap", "within": "1 day"}                                              | “within” is unknown
        {"state": "vote-ending"}                                                               | “within” is missing
        {"health": "head-stale"}                                                               | “limit” is missing
        {"health": "store-failing", "limit": "1 day"}                                          | “limit” is unknown
        {"signer": "gone", "atLeast": "5 transactions", "over": "30 days"}                     | being “inactive” only
        {"signer": "inactive", "atLeast": "5 blocks", "over": "30 days"}                       | “5 blocks” is no count of 1 to 100 transactions
        {"signer": "inactive", "atLeast": "0 transactions", "over": "30 days"}                 | no count of 1 to 100 transactions
        {"signer": "inactive", "atLeast": "101 transactions", "over": "30 days"}               | no count of 1 to 100 transactions
        {"signer": "inactive", "atLeast": "5 transactions", "over": "91 days"}                 | signatures are read 90 days back, no further
        {"signer": "inactive", "atLeast": "5 transactions"}                                    | “over” is missing
        {"signer": "inactive", "atLeast": "5 transactions", "over": "30 days", "of": "all"}    | “of” is unknown
        {"price": "low"}                                                                       | names none of
        """)
    void aWrongRuleIsRefusedInOneSentence(String when, String why) {
        assertThatThrownBy(() -> when(when)).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.problem().happened()).startsWith("Line ").contains(why);
            assertThat(refused.problem().remedy()).startsWith("Correct it there");
        });
    }

    private static void refused(String rules, String why) {
        assertThatThrownBy(() -> read(rules))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().happened()).contains(why));
    }

    @Test
    void twoRulesOfOneNameAreRefusedWithTheLineOfTheSecond() {
        var rule = RULE.formatted("{\"event\": \"paused\"}");
        refused(rule + ",\n" + rule, "Line 3 of rules.json: a second rule is named thin");
    }

    @Test
    void rulesThatSilenceEachOtherInACircleAreRefused() {
        refused("""
            {"rule": "a", "says": "A", "unless": ["b"], "when": {"state": "venue-cap"}},
            {"rule": "b", "says": "B", "unless": ["c"], "when": {"state": "venue-cap"}},
            {"rule": "c", "says": "C", "unless": ["a"], "when": {"state": "venue-cap"}}\
            """, "in a circle: a, b, c," + " a");
        refused("""
            {"rule": "a", "says": "A", "unless": ["a"], "when": {"state": "venue-cap"}}\
            """, "in a circle: a, a");
        refused("""
            {"rule": "a", "says": "A", "unless": ["x"], "when": {"state": "venue-cap"}}\
            """, "names x, which is no" + " rule");
    }

    @Test
    void aRuleHasANameASeverityAndASentence() {
        refused("""
            {"rule": "a", "says": "A", "when": {"event": "paused"}}\
            """, "has no “severity”");
        refused("""
            {"rule": "A b", "severity": "hold", "says": "A", "when": {"event": "paused"}}\
            """, "is no name of a" + " rule");
        refused("""
            {"rule": "a", "severity": "bad", "says": "A", "when": {"event": "paused"}}\
            """, "is no known severity");
        refused("""
            {"rule": "a", "severity": "hold", "says": " ", "when": {"event": "paused"}}\
            """, "is one plain" + " sentence");
        refused("""
            {"rule": "a", "severity": "hold", "says": "A", "for": "2 blocks", "when": {"event": "paused"}}\
            """, "has no" + " “for”");
        refused("""
            {"rule": "a", "severity": "hold", "says": "A", "for": "2 blocks", "when": {"health": "store-failing"}}\
            """, "does not" + " count" + " in blocks");
        refused("""
            {"rule": "a", "rule": "b", "severity": "hold", "says": "A", "when": {"event": "paused"}}\
            """, "Duplicate");
        refused("", "it may be 1 to 300");
    }

    @Test
    void moreRulesThanThereMayBeAreRefused() {
        var rules = new StringBuilder();
        for (int i = 0; i <= RuleFormat.MOST_RULES; i++) {
            rules.append(i == 0 ? "" : ",\n")
                    .append("{\"rule\": \"r")
                    .append(i)
                    .append("\", \"says\": \"A\", \"when\": {\"state\": \"venue-cap\"}}");
        }
        refused(rules.toString(), "there are 301 rules; it may be 1 to 300");
    }

    @Test
    void everyFigureIsReadAgainAsItIsWritten() {
        for (var unit : Unit.values()) {
            for (var value : new long[] {1, 60, 100, 12_345, 86_400, 7_200_000}) {
                var figure = BigInteger.valueOf(value);
                assertThat(Quantity.read(Quantity.write(figure, unit), unit)).hasValue(figure);
            }
            assertThat(Quantity.read(Quantity.example(unit), unit)).isPresent();
        }
    }
}
