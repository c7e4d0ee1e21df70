package org.breakwater.adapters.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.breakwater.adapters.index.ModelChain.Draft;
import org.breakwater.adapters.postgres.PostgresProgram;
import org.breakwater.adapters.storage.IndexStores;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.index.IndexFault;
import org.breakwater.core.index.IndexReader;
import org.breakwater.core.index.StoreFault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is so of an index on a server alone: who is let in, what else is there, and connections that break.
class ServerStoreTest {

    private static final Deployment DEPLOYMENT = ModelChain.deployment();
    private static final int FINAL_DEPTH = 10;

    @TempDir
    private Path folder;

    private final PostgresProgram server = PostgresProgram.running();
    private final ModelChain chain = new ModelChain();
    private IndexPlace place;

    @BeforeEach
    void prepare() {
        place = IndexPlace.Kind.SERVER.fresh(folder);
        mine(60);
    }

    @Test
    void whatElseIsInTheDatabaseIsLeftAsItIs() throws Exception {
        server.execute(
                place.database(), "CREATE TABLE public.log (name TEXT); INSERT INTO public.log VALUES ('theirs')");

        fill();

        assertThat(text("SELECT string_agg(name, ',') FROM public.log")).isEqualTo("theirs");
        assertThat(text("SELECT string_agg(DISTINCT table_schema, ',') FROM information_schema.tables"
                        + " WHERE table_schema NOT IN ('pg_catalog', 'information_schema')"))
                .isEqualTo("breakwater,public");
    }

    @Test
    void aSchemaOfTheSameNameThatIsSomethingElseIsRefusedAndLeftAsItIs() throws Exception {
        server.execute(
                place.database(),
                "CREATE SCHEMA breakwater AUTHORIZATION breakwater; CREATE TABLE breakwater.format (mine TEXT)");
        assertThat(fault(this::fill)).isInstanceOf(StoreFault.class);

        server.execute(place.database(), "ALTER TABLE breakwater.format RENAME TO wall");
        assertThat(fault(this::fill)).isEqualTo(new StoreFault.NotAnIndex(place.text()));
        assertThat(fault(() -> IndexPlace.stores().read(place.text(), DEPLOYMENT)))
                .isEqualTo(new StoreFault.NotAnIndex(place.text()));

        assertThat(text("SELECT string_agg(relname, ',') FROM pg_class WHERE relkind = 'r' AND relnamespace ="
                        + " to_regnamespace('breakwater')"))
                .isEqualTo("wall");
    }

    @Test
    void anEmptySchemaThatWasMadeForItIsEnough() throws Exception {
        server.execute(
                place.database(),
                "CREATE SCHEMA breakwater AUTHORIZATION breakwater; REVOKE CREATE ON DATABASE " + place.database()
                        + " FROM breakwater; ALTER DATABASE " + place.database() + " OWNER TO postgres");

        fill();

        assertThat(text("SELECT count(*) FROM breakwater.log")).isEqualTo("58");
    }

    @Test
    void whoMayOnlyReadReadsAndCannotKeepIt() throws Exception {
        fill();
        server.execute(
                place.database(),
                "CREATE ROLE onlooker LOGIN PASSWORD '" + PostgresProgram.PASSWORD + "';"
                        + "GRANT USAGE ON SCHEMA breakwater TO onlooker;"
                        + "GRANT SELECT ON ALL TABLES IN SCHEMA breakwater TO onlooker");
        var theirs = place.text().replace("breakwater@", "onlooker@");

        try (var index = IndexPlace.stores().read(theirs, DEPLOYMENT)) {
            assertThat(index.read(IndexReader::state).logs()).isEqualTo(58);
        }
        assertThat(fault(() -> IndexPlace.stores().open(theirs, DEPLOYMENT))).isInstanceOf(StoreFault.Denied.class);
    }

    @Test
    void aPasswordIsInNoSentence() {
        var wrong = new IndexStores(Map.of(IndexStores.PASSWORD, "hunter2hunter2"));

        var stopped = catchThrowableOfType(IndexException.class, () -> wrong.open(place.text(), DEPLOYMENT));

        assertThat(stopped.fault()).isInstanceOf(StoreFault.Denied.class);
        for (Throwable cause = stopped; cause != null; cause = cause.getCause()) {
            assertThat(cause.toString()).doesNotContain("hunter2hunter2");
        }
        assertThat(fault(() -> new IndexStores(Map.of()).open(place.text(), DEPLOYMENT)))
                .isInstanceOf(StoreFault.class);
    }

    @Test
    void aPasswordFileIsReadWhereNoVariableHasThePassword() throws Exception {
        var file = Files.writeString(
                folder.resolve("pgpass"), "127.0.0.1:*:*:breakwater:" + PostgresProgram.PASSWORD + "\n");
        System.setProperty("org.postgresql.pgpassfile", file.toString());
        try {
            new IndexStores(Map.of()).open(place.text(), DEPLOYMENT).close();
        } finally {
            System.clearProperty("org.postgresql.pgpassfile");
        }
    }

    @Test
    void aDatabaseThatIsNotThereAndAServerThatIsNotThere() {
        var none = place.text() + "_none";
        assertThat(fault(() -> IndexPlace.stores().open(none, DEPLOYMENT))
                        .problem()
                        .toString())
                .contains("does not exist");
        var nobody = place.text().replace(":" + server.port(), ":1");
        assertThat(fault(() -> IndexPlace.stores().open(nobody, DEPLOYMENT)))
                .isInstanceOf(StoreFault.Unreachable.class);
    }

    @Test
    void aReaderStaysAtOneMomentAndTheMarkTellsOfTheNext() throws Exception {
        try (var kept = new KeptIndex(place, DEPLOYMENT, ModelChain::decode)) {
            kept.sync(source());
            try (var index = IndexPlace.stores().read(place.text(), DEPLOYMENT)) {
                var before = index.mark();
                index.read(reader -> {
                    var first = reader.state();
                    chain.drop(5);
                    mine(9);
                    kept.sync(source());
                    assertThat(reader.state()).isEqualTo(first);
                    assertThat(reader.mark()).isEqualTo(before);
                    return true;
                });
                assertThat(index.mark())
                        .isNotEqualTo(before)
                        .isEqualTo(kept.store().mark());
                assertThat(index.mark()).isEqualTo(index.mark());
            }
        }
    }

    @Test
    void aReaderGoesOnAfterTheServerCutItOff() throws Exception {
        fill();
        try (var index = IndexPlace.stores().read(place.text(), DEPLOYMENT)) {
            var before = index.mark();
            cutOff();
            assertThat(index.mark()).isEqualTo(before);
        }
    }

    @Test
    void aConnectionThatIsCutLosesNothingAndDoublesNothing() throws Exception {
        cut(6, this::cutOff);
    }

    @Test
    void aProcessOfTheServerThatIsKilledLosesNothingAndDoublesNothing() throws Exception {
        cut(2, this::kill);
    }

    @Tag("deep")
    @Test
    void twoHundredConnectionsThatAreCutAndFiftyProcessesThatAreKilledLoseNothing() throws Exception {
        cut(200, this::cutOff);
        place = IndexPlace.Kind.SERVER.fresh(folder);
        cut(50, this::kill);
    }

    /// Breaks connections at random moments of syncs, one after the other, each of which goes on from where the
    /// last one came.
    private void cut(int times, Blow blow) throws Exception {
        var random = new SplittableRandom(times);
        for (int i = 0; i < times; i++) {
            mine(20);
            var delay = random.nextInt(8);
            try (var index = opened()) {
                var striking = Thread.ofPlatform().start(() -> {
                    pause(delay);
                    blow.strike();
                });
                var isStopped = false;
                while (!isStopped) {
                    try {
                        index.sync(source().withPagesOf(random.nextInt(1, 4)));
                        mine(1);
                    } catch (IndexException stopped) {
                        assertThat(stopped.fault()).isInstanceOf(StoreFault.class);
                        isStopped = true;
                    }
                }
                striking.join();
            }
        }
        try (var index = opened()) {
            index.sync(source());
            assertThat(index.differencesToAFreshOne(source(), folder)).isEmpty();
        }
    }

    /// The server takes a moment to be itself again.
    private KeptIndex opened() throws Exception {
        for (int tries = 0; ; tries++) {
            try {
                return new KeptIndex(place, DEPLOYMENT, ModelChain::decode);
            } catch (IndexException notYet) {
                if (tries == 300 || !notYet.fault().passes()) {
                    throw notYet;
                }
                pause(100);
            }
        }
    }

    private void cutOff() {
        try {
            text("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = 'breakwater'"
                    + " AND datname = '" + place.database() + "'");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /// The server ends all others after that, and looks at what was written before it goes on.
    private void kill() {
        try {
            var process = text("SELECT max(pid) FROM pg_stat_activity WHERE application_name = 'breakwater'"
                    + " AND datname = '" + place.database() + "'");
            ProcessHandle.of(Long.parseLong(process)).orElseThrow().destroyForcibly();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private String text(String sql) throws SQLException {
        try (var connection = server.administrate(place.database());
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void pause(int milliseconds) {
        try {
            TimeUnit.MILLISECONDS.sleep(milliseconds);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void fill() throws Exception {
        try (var index = new KeptIndex(place, DEPLOYMENT, ModelChain::decode)) {
            index.sync(source());
        }
    }

    private void mine(int blocks) {
        for (int i = 0; i < blocks; i++) {
            chain.mine(List.of(Draft.plain(ModelChain.POOL)));
        }
    }

    private ModelSource source() {
        return new ModelSource(chain, FINAL_DEPTH);
    }

    private static IndexFault fault(ThrowingCallable use) {
        var stopped = catchThrowableOfType(IndexException.class, use);
        assertThat(stopped).as("it is refused").isNotNull();
        return stopped.fault();
    }

    @FunctionalInterface
    private interface Blow {
        void strike();
    }
}
