package org.breakwater.adapters.offer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.breakwater.adapters.offer.Parameter.Form;
import org.breakwater.adapters.offer.Paths.Path;
import org.breakwater.core.index.IndexException;
import org.breakwater.core.offer.Cursor;
import org.breakwater.core.offer.Offer;
import org.breakwater.core.offer.Part;
import org.breakwater.core.problem.ProblemException;

/// The kinds of paths that there are, and what their parameters have in common.
final class PathKinds {

    private static final long MOST_LISTED = 500;
    static final Parameter LIMIT =
            Parameter.optional("limit", new Form.Whole(1, MOST_LISTED), "100", "At most so many entries.");
    static final Parameter CURSOR =
            Parameter.optional("cursor", new Form.CursorText(), "Goes on after the entries that came with it.");

    private final Supplier<Source> source;

    PathKinds(Supplier<Source> source) {
        this.source = source;
    }

    /// One of an enumeration's names.
    static Form choice(Enum<?>[] values) {
        return new Form.Choice(Arrays.stream(values).map(Enum::name).toList());
    }

    /// Whether an entry is as a filter wants it, where it wants anything.
    static <T> boolean is(Optional<T> wanted, T value) {
        return wanted.isEmpty() || wanted.get().equals(value);
    }

    /// @throws Refusal where there is none of this number
    static <T> T find(List<T> all, ToLongFunction<T> number, long wanted, String what) throws Refusal {
        return all.stream()
                .filter(each -> number.applyAsLong(each) == wanted)
                .findFirst()
                .orElseThrow(() -> Refusal.unknown(what + " " + wanted));
    }

    /// All of a kind.
    <T extends Record> Path list(
            String template, String operation, String summary, Class<T> type, Function<Offer, List<T>> all) {
        return new Path(template, operation, summary, List.of(), new Reply.Shape(type, true, false), List.of(), _ -> {
            var offer = source.get().offer();
            return Reply.of(offer, all.apply(offer));
        });
    }

    /// Finds the one that a request names.
    @FunctionalInterface
    interface Finding<T> {
        T find(Offer offer, Arguments arguments) throws Refusal;
    }

    /// One of many, named in the path.
    <T extends Record> Path one(
            String template, String operation, String summary, Parameter key, Class<T> type, Finding<T> finding) {
        return new Path(
                template,
                operation,
                summary,
                List.of(key),
                new Reply.Shape(type, false, false),
                List.of(ProblemType.UNKNOWN),
                arguments -> {
                    var offer = source.get().offer();
                    return Reply.of(offer, finding.find(offer, arguments));
                });
    }

    /// A part of a long list, which a cursor goes on with.
    ///
    /// @param number by which entries are in order; it only grows
    <T extends Record> Path part(
            String template,
            String operation,
            String summary,
            List<Parameter> filters,
            Class<T> type,
            Cursor.Kind kind,
            ToLongFunction<T> number,
            Function<Offer, List<T>> all,
            Function<Arguments, Predicate<T>> filter) {
        var parameters = new ArrayList<>(filters);
        parameters.add(CURSOR);
        parameters.add(LIMIT);
        return new Path(
                template,
                operation,
                summary,
                parameters,
                new Reply.Shape(type, true, true),
                List.of(ProblemType.CURSOR_MALFORMED, ProblemType.CURSOR_GONE),
                arguments -> {
                    var offer = source.get().offer();
                    var after = arguments.cursor("cursor", kind);
                    requireStanding(offer, after);
                    var wanted = filter.apply(arguments);
                    var limit = Math.toIntExact(arguments.whole("limit"));
                    var found = all.apply(offer).stream()
                            .filter(each -> after.isEmpty()
                                    || number.applyAsLong(each) > after.get().position())
                            .filter(wanted)
                            .limit(limit + 1L)
                            .toList();
                    var given = found.subList(0, Math.min(limit, found.size()));
                    return Reply.of(
                            offer,
                            new Part<>(
                                    given,
                                    found.size() > limit
                                            ? next(offer, kind, number.applyAsLong(given.getLast()))
                                            : Optional.empty()));
                });
    }

    private static Optional<Cursor> next(Offer offer, Cursor.Kind kind, long last) {
        return offer.lastEvents().map(block -> new Cursor(kind, block.number(), block.hash(), last));
    }

    private void requireStanding(Offer offer, Optional<Cursor> after) throws Refusal, IndexException, ProblemException {
        if (after.isEmpty()) {
            return;
        }
        var cursor = after.get();
        var isOfNow = offer.lastEvents()
                .filter(block ->
                        block.number() == cursor.block() && block.hash().equals(cursor.hash()))
                .isPresent();
        if (!isOfNow && !source.get().events().stands(cursor)) {
            throw Refusal.cursorGone();
        }
    }
}
