package org.breakwater.adapters.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.review.check.CheckId;
import org.breakwater.core.review.check.ProposalCheckId;
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
            assertThat(named(row)).as(row.incident()).allSatisfy(check -> assertThat(titles.stream()
                            .filter(title -> title.startsWith(check + " "))
                            .anyMatch(row.shown()::contains))
                    .isTrue());
        }
    }

    private static Set<String> named(Row row) {
        return CHECK.matcher(row.shown()).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }
}
