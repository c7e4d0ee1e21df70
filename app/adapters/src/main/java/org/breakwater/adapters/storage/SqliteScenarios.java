package org.breakwater.adapters.storage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.breakwater.adapters.json.JsonText;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.stress.Scenario.Loss;
import org.breakwater.core.stress.own.OwnScenario;
import org.breakwater.core.stress.own.OwnScenarioFormat;
import org.breakwater.core.stress.own.OwnScenarios;

/// Scenarios of one's own in one file of SQLite. One program writes; any thread may ask it.
public final class SqliteScenarios implements OwnScenarios, AutoCloseable {

    private static final SmallStore.Kept KEPT = new SmallStore.Kept(
            "your scenarios", "What you thought of is lost; nothing else is.", "No more scenarios can be kept.");

    private final SmallStore store;

    private SqliteScenarios(SmallStore store) {
        this.store = store;
    }

    /// Opens the file, or makes it.
    public static SqliteScenarios open(Path path) throws ProblemException {
        return new SqliteScenarios(SmallStore.open(path, StoreFormat.SCENARIOS, KEPT));
    }

    /// A row as it stands in the file.
    private record Stored(long id, String content) {}

    @Override
    public synchronized List<OwnScenario> all() throws ProblemException {
        var rows = store.read(
                "SELECT id, content FROM scenario ORDER BY id",
                _ -> {},
                row -> new Stored(row.getLong(1), row.getString(2)));
        var scenarios = new ArrayList<OwnScenario>();
        for (var row : rows) {
            scenarios.add(OwnScenarioFormat.read(JsonText::parse, row.id(), row.content()));
        }
        return scenarios;
    }

    @Override
    public synchronized OwnScenario add(String name, List<Loss> losses) throws ProblemException {
        var checked = OwnScenario.of(1, name, losses);
        if (count() >= MOST) {
            throw new ProblemException(
                    Problem.of("There are " + MOST + " scenarios.", "Remove one that is not wanted any more."));
        }
        store.write(
                "INSERT INTO scenario (content) VALUES (?)",
                statement -> statement.setString(1, OwnScenarioFormat.document(checked.name(), checked.losses())));
        var id = store.read("SELECT max(id) FROM scenario", _ -> {}, row -> row.getLong(1))
                .getFirst();
        return new OwnScenario(id, checked.name(), checked.losses());
    }

    private long count() throws ProblemException {
        return store.read("SELECT count(*) FROM scenario", _ -> {}, row -> row.getLong(1))
                .getFirst();
    }

    @Override
    public synchronized void change(OwnScenario scenario) throws ProblemException {
        var checked = OwnScenario.of(scenario.id(), scenario.name(), scenario.losses());
        var changed = store.write("UPDATE scenario SET content = ? WHERE id = ?", statement -> {
            statement.setString(1, OwnScenarioFormat.document(checked.name(), checked.losses()));
            statement.setLong(2, checked.id());
        });
        if (changed == 0) {
            throw new ProblemException(
                    Problem.of("The scenario “" + checked.name() + "” was removed.", "Keep it as a new one."));
        }
    }

    @Override
    public synchronized void forget(long id) throws ProblemException {
        store.write("DELETE FROM scenario WHERE id = ?", statement -> statement.setLong(1, id));
    }

    @Override
    public synchronized void close() {
        store.close();
    }
}
