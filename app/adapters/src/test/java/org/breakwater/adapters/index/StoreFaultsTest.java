package org.breakwater.adapters.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.breakwater.adapters.index.ModelChain.Draft;
import org.breakwater.adapters.storage.IndexStores;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.index.StoreFault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a file that cannot be used comes to: a fault of its own kind, and the file as it was.
class StoreFaultsTest {

    private static final Deployment DEPLOYMENT = ModelChain.deployment();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("index.db");
    }

    @Test
    void aFolderThatDoesNotExist() {
        var nowhere = folder.resolve("nowhere").resolve("index.db");

        assertThat(fault(() -> IndexStores.file(nowhere, DEPLOYMENT)))
                .isEqualTo(new StoreFault.Unusable(nowhere.toString(), "its folder does not exist"));
    }

    @Test
    void aFolderInItsPlace() throws IOException {
        Files.createDirectory(file);

        assertThat(fault(this::open)).isEqualTo(new StoreFault.NotAnIndex(file.toString()));
    }

    @Test
    void somethingElseThanADatabase() throws IOException {
        Files.writeString(file, "Dear diary, ".repeat(1_000));

        assertThat(fault(this::open)).isEqualTo(new StoreFault.NotAnIndex(file.toString()));
        assertThat(file).hasContent("Dear diary, ".repeat(1_000));
    }

    @Test
    void aDatabaseOfAnotherProgram() throws SQLException, IOException {
        execute("CREATE TABLE moz_places (url TEXT)");
        var before = Files.readAllBytes(file);

        assertThat(fault(this::open)).isEqualTo(new StoreFault.NotAnIndex(file.toString()));
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void anEmptyFileBecomesAnIndex() throws IOException, IndexException {
        Files.createFile(file);

        try (var store = IndexStores.file(file, DEPLOYMENT)) {
            assertThat(store.state().logs()).isZero();
        }
    }

    @Test
    void damagedPagesAreFoundAtTheStart() throws Exception {
        fill();
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            for (long page = 2 * 4_096; page < bytes.length(); page += 4_096) {
                bytes.seek(page);
                bytes.write(new byte[200]);
            }
        }

        assertThat(fault(this::open)).isInstanceOf(StoreFault.Corrupt.class);
    }

    @Test
    void aFileThatWasCutOff() throws Exception {
        fill();
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.setLength(bytes.length() / 2);
        }

        assertThat(fault(this::open)).isInstanceOf(StoreFault.Corrupt.class);
    }

    @Test
    void oneThatIsMovedAwayWhileItIsOpen() throws Exception {
        var chain = chain();
        try (var index = new KeptIndex(IndexPlace.file(file), DEPLOYMENT, ModelChain::decode)) {
            index.sync(new ModelSource(chain, 10));
            Files.move(file, folder.resolve("elsewhere.db"));
            chain.mineEmpty(1);

            assertThat(fault(() -> index.sync(new ModelSource(chain, 10)))).isInstanceOf(StoreFault.class);
        }
    }

    private void open() throws IndexException {
        IndexStores.file(file, DEPLOYMENT).close();
    }

    private void fill() throws Exception {
        try (var index = new KeptIndex(IndexPlace.file(file), DEPLOYMENT, ModelChain::decode)) {
            index.sync(new ModelSource(chain(), 10));
        }
    }

    private static ModelChain chain() {
        var chain = new ModelChain();
        for (int i = 0; i < 500; i++) {
            chain.mine(List.of(Draft.plain(ModelChain.POOL), Draft.plain(ModelChain.INCIDENTS)));
        }
        return chain;
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static StoreFault fault(ThrowingCallable use) {
        var stopped = catchThrowableOfType(IndexException.class, use);
        assertThat(stopped).as("it is refused").isNotNull();
        assertThat(stopped.fault().problem().remedy()).as("it says what to do").isNotBlank();
        return (StoreFault) stopped.fault();
    }
}
