package org.breakwater.desktop.boot;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.breakwater.core.follow.Known;
import org.breakwater.core.projection.view.SubjectView;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.l10n.Terms;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Place.PoolPart;
import org.breakwater.desktop.place.SubjectName;
import org.breakwater.desktop.place.Surroundings;
import org.breakwater.desktop.shell.Finders.Found;
import org.breakwater.desktop.shell.Finders.Source;

/// Finds pools, insured subjects and integrators by their names and numbers, for the palette.
record CapitalFinders(Surroundings around) {

    private static final char NO_PREFIX = ' ';
    private static final int MOST = 8;

    List<Source> sources() {
        return List.of(
                new Source(NO_PREFIX, "Pools", this::pools),
                new Source(NO_PREFIX, "Subjects", this::subjects),
                new Source(NO_PREFIX, "Integrators", this::integrators));
    }

    private Stream<Known> known() {
        return around.known().getValue().read().stream();
    }

    private List<Found> pools(String query) {
        return known().flatMap(read -> read.view().pools().stream())
                .filter(pool -> answers(query, pool.name(), "pool " + pool.poolId()))
                .limit(MOST)
                .map(pool -> Found.place(
                        Icon.POOLS,
                        pool.name(),
                        "Pool " + pool.poolId(),
                        () -> around.router().go(new Place.Pool(pool.poolId(), PoolPart.OVERVIEW))))
                .toList();
    }

    private List<Found> subjects(String query) {
        return known().flatMap(read -> read.view().subjects().stream())
                .flatMap(subject -> subject(query, subject).stream())
                .limit(MOST)
                .toList();
    }

    private Optional<Found> subject(String query, SubjectView subject) {
        var name = SubjectName.of(subject, around.texts());
        var kind = Terms.of(subject.subject().kind());
        return answers(query, name, "subject " + subject.subjectId())
                ? Optional.of(Found.place(
                        Icon.SHIELD,
                        name,
                        kind + ", " + Terms.of(subject.subject().status()).toLowerCase(Locale.ROOT),
                        () -> around.router().go(new Place.Subject(subject.subjectId()))))
                : Optional.empty();
    }

    private List<Found> integrators(String query) {
        return known().flatMap(read -> read.view().integrators().stream())
                .filter(found -> answers(query, around.name(found.integrator()), "integrator " + found.integrator()))
                .limit(MOST)
                .map(found -> Found.place(
                        Icon.COUNCIL,
                        around.name(found.integrator()),
                        "Integrator",
                        () -> around.router().go(new Place.Integrator(found.integrator()))))
                .toList();
    }

    /// Every word of the query occurs.
    private static boolean answers(String query, String name, String number) {
        var text = (name + " " + number).toLowerCase(Locale.ROOT);
        return Stream.of(query.strip().toLowerCase(Locale.ROOT).split("\\s+")).allMatch(text::contains);
    }
}
