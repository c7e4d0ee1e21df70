package org.breakwater.adapters.storage;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.breakwater.core.deployment.Deployment;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.index.IndexStore;
import org.breakwater.core.index.SharedIndex;
import org.breakwater.core.index.StoreFault;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Quotation;

/// Opens indexes by where they are: the path of a file of SQLite, or `postgresql://user@host:port/name`, a database of
/// PostgreSQL in which the index is the schema `breakwater`. Its password is in the variable `BREAKWATER_DB_PASSWORD`
/// or in the file `.pgpass`, and nowhere else.
public final class IndexStores {

    /// Which variable of the environment has the password.
    public static final String PASSWORD = "BREAKWATER_DB_PASSWORD";

    /// Which one has the path of a file with the certificates that are trusted, as PostgreSQL's own programs name it.
    private static final String ROOT_CERTIFICATE = "PGSSLROOTCERT";

    /// 64 GiB: a hundred million events.
    private static final long MOST_BYTES = 64L << 30;

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*", Pattern.DOTALL);

    private final Map<String, String> environment;

    /// @param environment the variables of the environment
    public IndexStores(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /// Opens an index to keep it, or makes it. One program at a time keeps an index; it takes no more room than any
    /// protocol needs.
    ///
    /// @throws ProblemException for what is neither a path nor such an address
    /// @throws IndexException with the {@link StoreFault} that keeps it from being used
    public IndexStore open(String store, Deployment deployment) throws ProblemException, IndexException {
        return DatabaseIndexStore.open(database(store), Protocol.of(deployment));
    }

    /// Opens an index that another program keeps, only to read it.
    ///
    /// @throws ProblemException for what is neither a path nor such an address
    /// @throws IndexException with the {@link StoreFault} that keeps it from being read
    public SharedIndex read(String store, Deployment deployment) throws ProblemException, IndexException {
        return DatabaseSharedIndex.open(database(store), Protocol.of(deployment));
    }

    /// Opens an index in a file to keep it, or makes it.
    ///
    /// @throws IndexException with the {@link StoreFault} that keeps it from being used
    public static IndexStore file(Path path, Deployment deployment) throws IndexException {
        return file(path, deployment, MOST_BYTES);
    }

    /// @param mostBytes how large the file may become; beyond it is a full disk
    public static IndexStore file(Path path, Deployment deployment, long mostBytes) throws IndexException {
        return DatabaseIndexStore.open(new IndexFile(path, mostBytes), Protocol.of(deployment));
    }

    /// The file that is meant, for those who keep an index in a file alone.
    public static Path path(String store) throws ProblemException {
        if (PostgresAddress.isMeantBy(store)) {
            throw new ProblemException(Problem.of(
                    "The index is kept in a file here, and not in a database on a server.",
                    "Give the path of a file."));
        }
        if (SCHEME.matcher(store).matches()) {
            throw new ProblemException(Problem.of(
                    "An index is kept in a file or in a database of PostgreSQL, and that is neither.",
                    "Give a path, or an address like postgresql://user@db.example.org:5432/name."));
        }
        try {
            return Path.of(store);
        } catch (InvalidPathException malformed) {
            throw new ProblemException(
                    Problem.of(Quotation.of(store) + " is no path of a file.", "Check it."), malformed);
        }
    }

    private IndexDatabase database(String store) throws ProblemException {
        if (!PostgresAddress.isMeantBy(store)) {
            return new IndexFile(path(store), MOST_BYTES);
        }
        var address = PostgresAddress.parse(store);
        var password = Optional.ofNullable(environment.get(PASSWORD)).filter(given -> !given.isEmpty());
        return new IndexServer(new PostgresServer(address, password, rootCertificate()), MOST_BYTES);
    }

    /// The file that is named, or the one where PostgreSQL's own programs look for it.
    private Optional<String> rootCertificate() {
        var named = Optional.ofNullable(environment.get(ROOT_CERTIFICATE)).filter(given -> !given.isEmpty());
        return named.or(() -> Optional.ofNullable(environment.get("HOME"))
                .map(home -> Path.of(home, ".postgresql", "root.crt"))
                .filter(Files::isReadable)
                .map(Path::toString));
    }
}
