package org.breakwater.adapters.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.stress.RiskTarget;
import org.breakwater.core.stress.Scenario.Loss;
import org.breakwater.core.stress.own.OwnScenario;
import org.breakwater.core.value.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteScenariosTest {

    private static final List<Loss> LOSSES = List.of(
            new Loss(new RiskTarget.Subject(12), 5_000),
            new Loss(new RiskTarget.Venue(Address.parse("0x5FbDB2315678afecb367f032d93F642f64180aa3")), 10_000),
            new Loss(new RiskTarget.Peg(Address.parse("0xe7f1725E7734CE288F8367e1Bb143E90bb3F0512")), 1));

    @TempDir
    private Path folder;

    private SqliteScenarios open() throws ProblemException {
        return SqliteScenarios.open(folder.resolve("scenarios.sqlite"));
    }

    @Test
    void scenariosOutliveTheProgramInTheOrderInWhichTheyWereMade() throws Exception {
        try (var scenarios = open()) {
            var first = scenarios.add("  Everything at once ", LOSSES);
            var second = scenarios.add("Half of a subject", LOSSES.subList(0, 1));
            scenarios.change(new OwnScenario(first.id(), "Nearly everything", LOSSES.subList(0, 2)));
            assertThat(first.name()).isEqualTo("Everything at once");
            scenarios.forget(second.id());
            var third = scenarios.add("A third", LOSSES);
            assertThat(third.id()).isGreaterThan(second.id());
        }
        try (var scenarios = open()) {
            assertThat(scenarios.all()).extracting(OwnScenario::name).containsExactly("Nearly everything", "A third");
            assertThat(scenarios.all().getLast().losses()).isEqualTo(LOSSES);
        }
    }

    @Test
    void whatWasRemovedMeanwhileIsNotWrittenOver() throws Exception {
        try (var scenarios = open()) {
            var kept = scenarios.add("Gone soon", LOSSES);
            scenarios.forget(kept.id());
            assertThatThrownBy(() -> scenarios.change(kept)).hasMessageContaining("was removed");
        }
    }

    @Test
    void aFileThatSomebodyWroteIntoIsRefusedWithItsReason() throws Exception {
        var path = folder.resolve("scenarios.sqlite");
        try (var scenarios = open()) {
            scenarios.add("Will be written over", LOSSES);
        }
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + path);
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE scenario SET content ="
                    + " '{\"name\":\"x\",\"hit\":[{\"kind\":\"planet\",\"which\":\"1\",\"share\":\"5\"}]}'");
        }
        try (var scenarios = open()) {
            assertThatThrownBy(scenarios::all).hasMessageContaining("no such kind of thing");
        }
    }
}
