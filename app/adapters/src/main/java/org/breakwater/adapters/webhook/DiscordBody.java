package org.breakwater.adapters.webhook;

import java.util.List;
import java.util.stream.Collectors;
import org.breakwater.core.alert.Alert.Severity;
import org.breakwater.core.delivery.Message;
import org.breakwater.core.json.JsonPrinter;
import org.breakwater.core.json.JsonValue;
import org.breakwater.core.json.WrittenObject;
import org.breakwater.core.watch.AlertChange;

/// A message as Discord takes it: one embed of at most 6,000 characters, with every sign of its markup escaped, and
/// nobody mentioned whatever is written.
final class DiscordBody {

    /// Lines of a summary: together they stay within a description's 4,096 characters.
    static final int CAPACITY = 20;

    private static final int MOST_TITLE = 256;
    private static final int MOST_LINE = 200;
    private static final int MOST_TEXT = 1_200;
    private static final int MOST_NAME = 80;
    private static final int MOST_VALUE = 200;
    private static final int MOST_FOOTER = 300;

    private static final String MARKUP = "\\*_~`|<>#[](){}:@-+!/";

    private static final int RED = 0xc62828;
    private static final int AMBER = 0xb26a00;
    private static final int BLUE = 0x1565c0;

    private DiscordBody() {}

    static String text(Message message) {
        var embed = switch (message) {
            case Message.Single(var change) -> single(change);
            case Message.Summary(var why, var changes) ->
                new WrittenObject()
                        .text("title", escaped(Wording.title(why, changes), MOST_TITLE))
                        .text(
                                "description",
                                changes.stream()
                                        .map(change -> escaped(Wording.line(change), MOST_LINE))
                                        .collect(Collectors.joining("\n")))
                        .whole("color", colour(worst(changes)));
            case Message.Test(var at) ->
                new WrittenObject()
                        .text("title", Wording.TEST)
                        .text("description", Wording.TEST_DETAIL)
                        .with("footer", footer(at.toString()));
        };
        return JsonPrinter.compact(new WrittenObject()
                .items("embeds", List.of(embed.value()))
                .with(
                        "allowed_mentions",
                        new WrittenObject().items("parse", List.of()).value())
                .value());
    }

    private static WrittenObject single(AlertChange change) {
        var detail = change.said().detail().isBlank()
                ? ""
                : "\n" + escaped(change.said().detail(), MOST_TEXT);
        return new WrittenObject()
                .text("title", escaped(Wording.title(change), MOST_TITLE))
                .text("description", some(change.said().sentence(), MOST_TEXT) + detail)
                .whole("color", colour(change.said().severity()))
                .items(
                        "fields",
                        Wording.shown(change).stream().map(DiscordBody::field).toList())
                .with("footer", footer(Wording.origin(change)));
    }

    private static JsonValue field(AlertChange.Evidence evidence) {
        return new WrittenObject()
                .text("name", some(evidence.name(), MOST_NAME))
                .text("value", some(evidence.value(), MOST_VALUE))
                .with("inline", new JsonValue.Flag(1, true))
                .value();
    }

    private static JsonValue footer(String text) {
        // No markup counts in a footer, so that none is escaped.
        return new WrittenObject()
                .text("text", Wording.escaped(text, MOST_FOOTER, Character::toString))
                .value();
    }

    private static Severity worst(List<AlertChange> changes) {
        return changes.stream()
                .map(change -> change.said().severity())
                .min(Severity::compareTo)
                .orElse(Severity.NOTE);
    }

    private static int colour(Severity severity) {
        return switch (severity) {
            case HOLD -> RED;
            case WARNING -> AMBER;
            case NOTE -> BLUE;
        };
    }

    private static String some(String text, int most) {
        return escaped(text.isBlank() ? "—" : text, most);
    }

    private static String escaped(String text, int most) {
        return Wording.escaped(
                text,
                most,
                character -> MARKUP.indexOf(character) >= 0 ? "\\" + (char) character : Character.toString(character));
    }
}
