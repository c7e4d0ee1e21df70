package org.breakwater.adapters.storage;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.breakwater.adapters.loopback.LoopbackHost;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Where a database of PostgreSQL is and who asks there, as in `postgresql://user@db.example.org:5432/name`. It never
/// holds a password.
///
/// @param host a name or an address; one of IPv6 without its brackets
record PostgresAddress(String user, String host, int port, String database) {

    private static final int USUAL_PORT = 5432;
    private static final int MOST_PORT = 65_535;

    /// In bytes, as PostgreSQL bounds them (NAMEDATALEN).
    private static final int MOST_NAME = 63;

    private static final Pattern SCHEME = Pattern.compile("(?i)postgres(ql)?://.*", Pattern.DOTALL);

    static boolean isMeantBy(String text) {
        return SCHEME.matcher(text).matches();
    }

    /// @throws ProblemException with a sentence that does not repeat the text: it may hold a password
    static PostgresAddress parse(String text) throws ProblemException {
        var address = uri(text);
        var user = address.getUserInfo();
        if (user != null && address.getRawUserInfo().contains(":")) {
            throw new ProblemException(new Problem(
                    "The address of the database has a password in it.",
                    "Other programs on this machine can read what a program is started with.",
                    "Leave it out, and give it in the variable BREAKWATER_DB_PASSWORD or in the file .pgpass."));
        }
        var host = address.getHost();
        var path = address.getPath();
        if (host == null || path == null || address.getRawQuery() != null || address.getRawFragment() != null) {
            throw new ProblemException(problem());
        }
        var port = address.getPort() < 0 ? USUAL_PORT : address.getPort();
        if (port == 0 || port > MOST_PORT) {
            throw new ProblemException(problem());
        }
        return new PostgresAddress(
                name(user), host.replaceAll("[\\[\\]]", ""), port, name(path.replaceFirst("^/", "")));
    }

    private static URI uri(String text) throws ProblemException {
        try {
            return new URI(text);
        } catch (URISyntaxException malformed) {
            // Its message has the text in it, and so it is no cause to hand on.
            throw new ProblemException(problem());
        }
    }

    private static String name(@Nullable String name) throws ProblemException {
        if (name == null
                || name.isEmpty()
                || name.getBytes(StandardCharsets.UTF_8).length > MOST_NAME
                || name.chars().anyMatch(Character::isISOControl)) {
            throw new ProblemException(problem());
        }
        return name;
    }

    private static Problem problem() {
        return Problem.of(
                "That is no address of a database of PostgreSQL.",
                "Give one like postgresql://user@db.example.org:5432/name, without anything after the name.");
    }

    /// Whether nothing that is said there leaves this machine.
    boolean isHere() {
        return LoopbackHost.is(host);
    }

    /// From which {@link #parse} reads it again.
    @Override
    public String toString() {
        try {
            var bracketed = host.contains(":") ? "[" + host + "]" : host;
            return new URI("postgresql", user, bracketed, port, "/" + database, null, null).toASCIIString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("an address was read that cannot be written");
        }
    }
}
