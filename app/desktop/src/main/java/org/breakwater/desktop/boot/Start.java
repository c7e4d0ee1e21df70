package org.breakwater.desktop.boot;

import org.breakwater.core.problem.ProblemException;
import org.breakwater.desktop.feature.welcome.Wanted;

/// How the console is opened.
///
/// @param watchesOnly whether nobody signs at it
record Start(NetworkChoice choice, boolean watchesOnly) {

    /// The network that this program starts itself.
    static final Start LOCAL = new Start(new NetworkChoice.Local(), false);

    /// What somebody asked for at the first page.
    ///
    /// @throws ProblemException where an address or a path is none
    static Start of(Wanted wanted) throws ProblemException {
        return switch (wanted) {
            case Wanted.Local _ -> LOCAL;
            case Wanted.Deployed deployed -> new Start(NetworkChoice.Named.of(deployed), deployed.watchesOnly());
        };
    }

    /// What somebody asked for at an earlier start.
    ///
    /// @throws ProblemException where an address or a path is none
    static Start again(Wanted wanted) throws ProblemException {
        return switch (wanted) {
            case Wanted.Local _ -> LOCAL;
            case Wanted.Deployed deployed ->
                new Start(new NetworkChoice.Remembered(NetworkChoice.Named.of(deployed)), deployed.watchesOnly());
        };
    }
}
