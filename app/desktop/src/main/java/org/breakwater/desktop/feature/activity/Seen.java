package org.breakwater.desktop.feature.activity;

import java.util.List;
import java.util.Optional;
import org.breakwater.core.follow.Known;
import org.breakwater.core.keeping.Detections;
import org.breakwater.core.keeping.DueAction;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.desktop.event.DueWords;
import org.breakwater.desktop.event.EventNames;
import org.breakwater.desktop.place.Surroundings;

/// What a look at the covered contracts found: the calls that ask adapters about it.
///
/// @param unread why it could not be looked; then nothing is known of it
record Seen(List<Detection> detections, Optional<Problem> unread) {

    /// @param title what it is, in words
    record Detection(DueAction action, String title) {}

    Seen {
        detections = List.copyOf(detections);
    }

    /// Blocking.
    static Seen of(Known known, Surroundings around) {
        try {
            var anomalies = around.detecting().look(known);
            var names = EventNames.of(known, around::name, around.texts());
            return new Seen(
                    Detections.of(known, List.of(), anomalies).stream()
                            .map(action -> new Detection(action, DueWords.title(action.due(), names)))
                            .toList(),
                    Optional.empty());
        } catch (ProblemException unread) {
            return new Seen(List.of(), Optional.of(unread.problem()));
        }
    }
}
