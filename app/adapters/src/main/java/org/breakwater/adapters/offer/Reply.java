package org.breakwater.adapters.offer;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import org.breakwater.core.json.JsonValue;
import org.breakwater.core.json.WrittenObject;
import org.breakwater.core.offer.AsOf;
import org.breakwater.core.offer.Cursor;
import org.breakwater.core.offer.Offer;
import org.breakwater.core.offer.Part;
import org.breakwater.core.shape.Documents;

/// What a path answers.
///
/// @param body the whole document
/// @param tag names the state of the index that it follows from; empty where it changes with time alone
record Reply(int status, JsonValue body, Optional<String> tag) {

    private static final int OK = 200;
    private static final int TAG_CHARACTERS = 18;

    /// How a path's answer is built.
    ///
    /// @param document of the field `data`, or of each entry of it
    /// @param isPart whether a cursor says where the list goes on
    record Shape(Type document, boolean isList, boolean isPart) {}

    static Reply of(Offer offer, Record data) {
        return answer(offer, new WrittenObject().with("data", Documents.of(data)));
    }

    static Reply of(Offer offer, List<? extends Record> data) {
        return answer(offer, new WrittenObject().items("data", documents(data)));
    }

    static Reply of(Offer offer, Part<? extends Record> part) {
        var body = new WrittenObject().items("data", documents(part.items()));
        var next = part.next().map(Cursor::toString);
        return answer(offer, next.map(text -> body.text("next", text)).orElseGet(() -> body.nothing("next")));
    }

    private static List<JsonValue.Fields> documents(List<? extends Record> data) {
        return data.stream().map(Documents::of).toList();
    }

    private static Reply answer(Offer offer, WrittenObject body) {
        var asOf = offer.asOf();
        return new Reply(OK, body.with("asOf", Documents.of(asOf)).value(), Optional.of(tag(asOf)));
    }

    /// One for each block, and another one where prices could not be asked.
    private static String tag(AsOf asOf) {
        var hash = asOf.hash().toString().substring(2, TAG_CHARACTERS);
        return "\"" + hash + (asOf.pricesAsked() ? "" : "-e") + "\"";
    }

    /// Of now.
    static Reply passing(int status, Record document) {
        return new Reply(status, Documents.of(document), Optional.empty());
    }
}
