package org.breakwater.desktop.boot;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.breakwater.core.acting.Watching;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.feature.settings.SettingsViewModel;
import org.breakwater.desktop.fx.Background;
import org.breakwater.desktop.navigation.Place;
import org.jspecify.annotations.Nullable;

/// A connection with everything that was put together on it.
final class OpenedNetwork implements AutoCloseable {

    private final Connection connection;
    private final Wiring wiring;
    private @Nullable Console console;

    private OpenedNetwork(Connection connection, Wiring wiring) {
        this.connection = connection;
        this.wiring = wiring;
    }

    /// Blocking.
    ///
    /// @param connection closed with this, and where it is refused
    /// @param watching whether anybody signs
    static OpenedNetwork on(Connection connection, Watching watching) throws ProblemException {
        try {
            return new OpenedNetwork(connection, new Wiring(connection, watching));
        } catch (ProblemException | RuntimeException refused) {
            connection.close();
            throw refused;
        }
    }

    String name() {
        return connection.name();
    }

    /// What tells its deployment from every other: the address of its access manager.
    Address deployment() {
        return connection.deployment().address("AccessManager");
    }

    /// What could not be read of what is kept of it.
    List<Problem> notices() {
        return Stream.concat(connection.notices().stream(), wiring.notices().stream())
                .toList();
    }

    Wiring wiring() {
        return wiring;
    }

    /// The console on it, once; on the toolkit's thread.
    ///
    /// @param start the place to begin with
    /// @param reset starts the network again, where it is this program's own
    /// @param another goes to the choice of another network
    Console console(
            SettingsViewModel appearance, Background background, Place start, Runnable reset, Runnable another) {
        var made = new Console(wiring.network(), wiring.protocol(), appearance, background, wiring.clock(), start);
        made.offerAnother(another);
        if (connection.local().isPresent()) {
            made.offerReset(reset);
        }
        console = made;
        return made;
    }

    /// The console that was made.
    Console console() {
        return Objects.requireNonNull(console);
    }

    /// Shows a problem that belongs to no place.
    void show(Problem problem) {
        if (console != null) {
            console.show(problem);
        }
    }

    /// On the toolkit's thread.
    void closeConsole() {
        if (console != null) {
            console.close();
        }
    }

    /// Ends what runs beside the window. Blocking.
    @Override
    public void close() {
        wiring.close();
        connection.close();
    }
}
