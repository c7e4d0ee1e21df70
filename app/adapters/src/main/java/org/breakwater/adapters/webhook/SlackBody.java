package org.breakwater.adapters.webhook;

import java.util.ArrayList;
import java.util.List;
import org.breakwater.core.delivery.Message;
import org.breakwater.core.json.JsonPrinter;
import org.breakwater.core.json.JsonValue;
import org.breakwater.core.json.WrittenObject;
import org.breakwater.core.watch.AlertChange;

/// A message as Slack takes it: blocks of plain text, in which no markup and no mention counts. The characters that
/// begin one are written out all the same, for the line that Slack shows in notices.
final class SlackBody {

    /// Slack takes 50 blocks; two are the heading and the end.
    static final int CAPACITY = 40;

    private static final int MOST_HEADER = 150;
    private static final int MOST_LINE = 500;
    private static final int MOST_TEXT = 2_000;
    private static final int MOST_EVIDENCE = 300;

    private SlackBody() {}

    static String text(Message message) {
        var blocks = new ArrayList<JsonValue>();
        var notice = switch (message) {
            case Message.Single(var change) -> single(change, blocks);
            case Message.Summary(var why, var changes) -> {
                var title = Wording.title(why, changes);
                blocks.add(header(title));
                changes.forEach(change -> blocks.add(section(Wording.line(change), MOST_LINE)));
                yield title;
            }
            case Message.Test(var at) -> {
                blocks.add(header(Wording.TEST));
                blocks.add(section(Wording.TEST_DETAIL, MOST_TEXT));
                blocks.add(context(List.of(at.toString())));
                yield Wording.TEST;
            }
        };
        return JsonPrinter.compact(new WrittenObject()
                .text("text", escaped(notice, MOST_LINE))
                .with("mrkdwn", new JsonValue.Flag(1, false))
                .with("link_names", new JsonValue.Flag(1, false))
                .text("parse", "none")
                .with("unfurl_links", new JsonValue.Flag(1, false))
                .with("unfurl_media", new JsonValue.Flag(1, false))
                .items("blocks", blocks)
                .value());
    }

    private static String single(AlertChange change, List<JsonValue> blocks) {
        blocks.add(header(Wording.title(change)));
        blocks.add(section(change.said().sentence(), MOST_TEXT));
        if (!change.said().detail().isBlank()) {
            blocks.add(section(change.said().detail(), MOST_TEXT));
        }
        var evidence = Wording.shown(change).stream()
                .map(figure -> figure.name() + ": " + figure.value())
                .toList();
        if (!evidence.isEmpty()) {
            blocks.add(context(evidence));
        }
        blocks.add(context(List.of(Wording.origin(change))));
        return Wording.line(change);
    }

    private static JsonValue header(String text) {
        return block("header").with("text", plain(text, MOST_HEADER)).value();
    }

    private static JsonValue section(String text, int most) {
        return block("section").with("text", plain(text, most)).value();
    }

    private static JsonValue context(List<String> texts) {
        return block("context")
                .items(
                        "elements",
                        texts.stream().map(text -> plain(text, MOST_EVIDENCE)).toList())
                .value();
    }

    private static WrittenObject block(String type) {
        return new WrittenObject().text("type", type);
    }

    private static JsonValue plain(String text, int most) {
        return new WrittenObject()
                .text("type", "plain_text")
                .text("text", escaped(text.isBlank() ? "—" : text, most))
                .with("emoji", new JsonValue.Flag(1, false))
                .value();
    }

    private static String escaped(String text, int most) {
        return Wording.escaped(text, most, character -> switch (character) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            default -> Character.toString(character);
        });
    }
}
