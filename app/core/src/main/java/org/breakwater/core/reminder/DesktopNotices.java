package org.breakwater.core.reminder;

import java.util.Optional;
import org.breakwater.core.problem.ProblemException;

/// Port: the desktop's own notices, outside of the window.
public interface DesktopNotices {

    /// How long a title or a text may be, in characters.
    int MOST_TEXT = 400;

    /// A desktop without notices.
    static DesktopNotices none(String why) {
        return new DesktopNotices() {
            @Override
            public Optional<String> missing() {
                return Optional.of(why);
            }

            @Override
            public void show(String title, String text) {
                throw new IllegalStateException("there are no notices here");
            }
        };
    }

    /// Why none can be shown here, a sentence; empty where they can.
    Optional<String> missing();

    /// Blocking, for a moment.
    void show(String title, String text) throws ProblemException;
}
