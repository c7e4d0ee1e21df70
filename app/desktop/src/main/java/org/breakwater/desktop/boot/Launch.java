package org.breakwater.desktop.boot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breakwater.adapters.instance.OnlyOne;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.desktop.feature.welcome.Wanted;
import org.breakwater.desktop.fx.Attempt;

/// What a window begins with.
///
/// @param named the network that was named when the program was started
/// @param watchesOnly whether nobody signs, whatever network it is
/// @param file that is to be opened
/// @param remembered what was chosen before; not asked where a network was named
/// @param name under which a window is the only one of its user
/// @param settings that were found
/// @param only that this is the only window; empty where that could not be found out
/// @param notices what went wrong on the way
record Launch(
        Optional<NetworkChoice> named,
        boolean watchesOnly,
        Optional<Path> file,
        Optional<Wanted> remembered,
        String name,
        UserSettings.Found settings,
        Optional<OnlyOne> only,
        List<Problem> notices) {

    /// The name of a window that asks which network is wanted.
    static final String CHOOSING = "choosing";

    Launch {
        notices = List.copyOf(notices);
    }

    /// Begins, unless a window is open on the same network: that one comes to the front and is handed the file. Reads
    /// every file of settings, so that the toolkit's thread reads none. Blocking.
    ///
    /// @param named the network that was named when the program was started
    /// @return empty where another window has taken over
    /// @throws ProblemException where another window is open and does not answer
    static Optional<Launch> begin(
            Optional<NetworkChoice> named, boolean watchesOnly, Optional<Path> file, UserFolders folders)
            throws ProblemException {
        var files = UserSettings.in(folders.settings());
        var before = named.isPresent()
                ? new StartFile.Reading(Optional.empty(), Optional.empty())
                : files.start().read();
        var notices = new ArrayList<>(before.problem().stream().toList());
        var name = name(named, before.wanted());
        var only = Optional.<OnlyOne>empty();
        switch (Attempt.of(() -> OnlyOne.take(folders.runtime(), name))) {
            case Attempt.Done<Optional<OnlyOne>>(var taken) -> {
                if (taken.isEmpty()) {
                    handOver(folders.runtime(), name, file);
                    return Optional.empty();
                }
                only = taken;
            }
            case Attempt.Refused<Optional<OnlyOne>>(var unknown) -> notices.add(unknown);
        }
        var found = files.find();
        notices.addAll(found.problems());
        return Optional.of(new Launch(named, watchesOnly, file, before.wanted(), name, found, only, notices));
    }

    private static void handOver(Path runtime, String name, Optional<Path> file) throws ProblemException {
        if (!OnlyOne.call(runtime, name, file)) {
            throw new ProblemException(Problem.of(
                    "Breakwater is open on this network already, and its window does not answer.",
                    "End it, then start again."));
        }
    }

    private static String name(Optional<NetworkChoice> named, Optional<Wanted> remembered) {
        return named.map(NetworkChoice::name)
                .or(() -> remembered.map(Launch::name))
                .orElse(CHOOSING);
    }

    private static String name(Wanted wanted) {
        try {
            return Start.of(wanted).choice().name();
        } catch (ProblemException refused) {
            return CHOOSING;
        }
    }
}
