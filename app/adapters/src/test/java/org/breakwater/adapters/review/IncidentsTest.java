package org.breakwater.adapters.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.check.CheckId;
import org.breakwater.core.review.check.ProposalCheckId;
import org.breakwater.core.value.Bytes;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Keccak;
import org.breakwater.core.value.Word;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What happened to others, played again on the local network: each is seen, with its check, its gravity and its words,
/// and a harmless twin is not. One world for all; each incident leaves it as it was.
class IncidentsTest implements VoteIncidents, CodeIncidents, SigningIncidents, ClaimIncidents {

    private static final Path DOCUMENT = Path.of("..", "docs", "incidents.md");
    private static final int FEWEST = 25;
    private static final Pattern CHECK = Pattern.compile("\\b(FW\\d{2}|P\\d{1,2})\\b");

    private static IncidentStage stage;

    private String mark = "";

    @BeforeAll
    @SuppressWarnings("NullAway.Init") // JUnit calls it before anything else
    static void open() throws ProblemException {
        stage = IncidentStage.open();
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @BeforeEach
    void mark() {
        mark = stage.world().hand().mark();
    }

    @AfterEach
    void goBack() {
        stage.world().hand().backTo(mark);
    }

    @Override
    public IncidentStage stage() {
        return stage;
    }

    /// The seatbelt's check of proxies, which looks at what stands behind them.
    @Test
    void codeBehindAProxyThatIsExchangedAfterTheProposalStopsIt() throws ProblemException {
        var world = stage.world();
        var proxy = world.unknown("proxy", Bytecode.tellsOfAnUpgrade());
        var slot = new Hash32(Word.of(
                Keccak.hash("eip1967.proxy.implementation").bytes().toUnsigned().subtract(BigInteger.ONE)));
        world.hand().storage(proxy, slot, Word.of(world.unknown("first", Bytecode.TAKES_ANYTHING)));
        world.hand().send(world.council(), proxy, Bytes.EMPTY);
        var proposal = stage.propose(stage.proposer(), "# Claim\n\nRewards.", stage.action(proxy, "claim()"));
        var proposed = Optional.of(stage.now());
        stage.open(proposal);
        IncidentStage.saysNothingOf(
                IncidentStage.result(stage.review(proposal, proposed), ProposalCheckId.P4), "was exchanged");

        world.hand().storage(proxy, slot, Word.of(world.unknown("second", Bytecode.TAKES_ANYTHING)));
        world.hand().send(world.council(), proxy, Bytes.EMPTY);
        IncidentStage.blocks(
                IncidentStage.result(stage.review(proposal, proposed), ProposalCheckId.P4),
                "The code behind " + proxy + " was exchanged on ",
                ", after " + proposed.get() + ", when it was proposed");
    }

    /// The seatbelt's check of owners that no event tells of.
    @Test
    void anOwnerWhoChangesSilentlyIsPointedOut() throws ProblemException {
        var world = stage.world();
        var contract = world.unknown("silent", Bytecode.stores(0, ReviewStage.stranger("taker")));
        world.hand().storage(contract, ReviewStage.word(0), Word.of(world.council()));
        var review =
                stage.review(stage.written(stage.proposer(), "# Claim\n\nRewards.", stage.action(contract, "claim()")));
        IncidentStage.warns(
                IncidentStage.result(review, ProposalCheckId.P5),
                ReviewStage.stranger("taker") + " takes the place of ",
                "and no event says so");
    }

    private record Row(String incident, String shown, String test) {}

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("| ") && line.endsWith("` |"))
                .map(line -> line.substring(2, line.length() - 2).split(" \\| ", -1))
                .map(cells -> new Row(cells[0], cells[2], cells[3].strip().replace("`", "")))
                .toList();
    }

    @Test
    void theTableTellsEveryIncidentThatIsPlayedAndNoOther() throws IOException {
        var rows = rows();
        var tests = Stream.of(IncidentsTest.class.getInterfaces())
                .flatMap(group -> Arrays.stream(group.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(method -> method.getName())
                .collect(Collectors.toUnmodifiableSet());

        assertThat(rows).hasSizeGreaterThanOrEqualTo(FEWEST);
        assertThat(rows.stream().map(Row::test)).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(tests);
        assertThat(rows.stream().map(Row::incident)).doesNotHaveDuplicates();
    }

    @Test
    void everyCheckThatTheTableNamesExistsUnderTheTitleThatItGives() throws IOException {
        var titles = Stream.concat(
                        Stream.of(CheckId.values()).map(id -> id.name() + " “" + id.title() + "”"),
                        Stream.of(ProposalCheckId.values()).map(id -> id.name() + " “" + id.title() + "”"))
                .collect(Collectors.toUnmodifiableSet());
        for (var row : rows()) {
            assertThat(named(row)).as(row.incident()).isNotEmpty();
            assertThat(named(row))
                    .as(row.incident())
                    .allSatisfy(check -> assertThat(titles.stream()
                                    .filter(title -> title.startsWith(check + " "))
                                    .anyMatch(row.shown()::contains))
                            .isTrue());
        }
    }

    private static Set<String> named(Row row) {
        return CHECK.matcher(row.shown()).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }
}
