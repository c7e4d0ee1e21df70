package org.breakwater.adapters.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.breakwater.core.delivery.Message;
import org.breakwater.core.delivery.Message.Why;
import org.breakwater.core.watch.AlertChange;
import org.breakwater.core.watch.AlertChange.Evidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What Slack and Discord are told, held against their published limits and fed with names that an attacker chose.
class ChatBodiesTest {

    private static final String HOSTILE = "<!channel> <!here|x> <@U024BE7LH> @everyone @here <@&123> <#C1> "
            + "[click](https://evil.example) *b* _i_ ~s~ `c` ||spoiler|| > q \u202Egnp.exe \u0007 \ud83d\udea8 & ";

    private static JsonNode slack(Message message) {
        return new JsonMapper().readTree(SlackBody.text(message));
    }

    private static JsonNode discord(Message message) {
        return new JsonMapper().readTree(DiscordBody.text(message));
    }

    private static AlertChange hostile(long sequence, int times) {
        var text = HOSTILE.repeat(times);
        return SampleChanges.change(
                sequence,
                text,
                text,
                IntStream.range(0, AlertChange.MOST_EVIDENCE)
                        .mapToObj(_ -> new Evidence(text, text, text))
                        .toList());
    }

    static List<Message> messages() {
        var messages = new ArrayList<Message>();
        for (int times : new int[] {1, 3, 40, 400}) {
            messages.add(new Message.Single(hostile(1, times)));
            for (var why : Why.values()) {
                messages.add(new Message.Summary(
                        why,
                        IntStream.rangeClosed(1, DiscordBody.CAPACITY)
                                .mapToObj(i -> hostile(i, times))
                                .toList()));
            }
        }
        messages.add(new Message.Single(SampleChanges.change(1, "", "", List.of(new Evidence("", "", "")))));
        messages.add(new Message.Test(SampleChanges.TIME));
        return messages;
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("messages")
    void slacksLimitsAreKept(Message message) {
        requireSlacksLimits(slack(message));
    }

    @Test
    void slacksLimitsAreKeptBySummaryOfItsFullSize() {
        var changes = IntStream.rangeClosed(1, SlackBody.CAPACITY)
                .mapToObj(i -> hostile(i, 400))
                .toList();
        requireSlacksLimits(slack(new Message.Summary(Why.QUIET_HOURS, changes)));
    }

    private static void requireSlacksLimits(JsonNode body) {
        var blocks = body.get("blocks");
        assertThat(blocks.size()).isBetween(1, 50);
        for (var block : blocks) {
            switch (block.get("type").asString()) {
                case "header" -> requirePlain(block.get("text"), 150);
                case "section" -> requirePlain(block.get("text"), 3_000);
                case "context" -> {
                    assertThat(block.get("elements").size()).isBetween(1, 10);
                    block.get("elements").forEach(element -> requirePlain(element, 3_000));
                }
                default -> throw new AssertionError(block.toString());
            }
        }
        assertThat(body.get("text").asString().length()).isBetween(1, 4_000);
    }

    private static void requirePlain(JsonNode text, int most) {
        assertThat(text.get("type").asString()).isEqualTo("plain_text");
        assertThat(text.get("text").asString().length()).isBetween(1, most);
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("messages")
    void discordsLimitsAreKept(Message message) {
        var embeds = discord(message).get("embeds");
        assertThat(embeds.size()).isBetween(1, 10);
        var all = 0;
        for (var embed : embeds) {
            all += within(embed.get("title"), 256) + within(embed.get("description"), 4_096);
            if (embed.has("footer")) {
                all += within(embed.get("footer").get("text"), 2_048);
            }
            if (embed.has("fields")) {
                assertThat(embed.get("fields").size()).isLessThanOrEqualTo(25);
                for (var field : embed.get("fields")) {
                    all += within(field.get("name"), 256) + within(field.get("value"), 1_024);
                }
            }
        }
        assertThat(all).isLessThanOrEqualTo(6_000);
    }

    private static int within(JsonNode text, int most) {
        assertThat(text.asString().length()).isBetween(1, most);
        return text.asString().length();
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("messages")
    void nobodyIsMentionedInSlack(Message message) {
        var body = slack(message);
        assertThat(body.get("link_names").asBoolean()).isFalse();
        assertThat(body.get("mrkdwn").asBoolean()).isFalse();
        assertThat(body.get("parse").asString()).isEqualTo("none");
        // Whatever begins a mention, a link or a channel begins with this sign.
        assertThat(texts(body)).noneMatch(text -> text.contains("<") || text.contains(">"));
        assertThat(texts(body))
                .noneMatch(text -> text.replaceAll("&(amp|lt|gt);", "").contains("&"));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("messages")
    void nobodyIsMentionedInDiscord(Message message) {
        var body = discord(message);
        assertThat(body.get("allowed_mentions").toString()).isEqualTo("{\"parse\":[]}");
        assertThat(body.has("content")).isFalse();
        for (var embed : body.get("embeds")) {
            for (var text : texts(embed)) {
                if (!embed.has("footer")
                        || !text.equals(embed.get("footer").get("text").asString())) {
                    assertThat(text.replaceAll("\\\\[^0-9A-Za-z\\s]", "")).doesNotContainPattern("[<>@#*_~`|\\[\\]]");
                }
            }
        }
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("messages")
    void nothingUnseenAndNoHalfOfACharacterIsSent(Message message) {
        for (var body : List.of(slack(message), discord(message))) {
            assertThat(texts(body))
                    .noneMatch(text -> text.replace("\n", "").codePoints().anyMatch(ChatBodiesTest::isUnseen));
        }
    }

    private static boolean isUnseen(int character) {
        var type = Character.getType(character);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
    }

    private static List<String> texts(JsonNode node) {
        if (node.isString()) {
            return List.of(node.asString());
        }
        var texts = new ArrayList<String>();
        for (var child : node) {
            texts.addAll(texts(child));
        }
        return texts;
    }

    @Test
    void anOrdinaryAlertIsReadAsItIsWritten() {
        var body = slack(new Message.Single(SampleChanges.change(7)));
        assertThat(body.get("text").asString()).isEqualTo("Hold: raised · Bridges has 98.4 % of its minimum capital");
        assertThat(body.get("blocks").get(0).get("text").get("text").asString()).isEqualTo("Hold: raised");
        var embed = discord(new Message.Single(SampleChanges.change(7)))
                .get("embeds")
                .get(0);
        assertThat(embed.get("description").asString())
                .isEqualTo("Bridges has 98.4 % of its minimum capital\nUnder 100 % it sells no cover");
        assertThat(embed.get("footer").get("text").asString())
                .isEqualTo("solvency · block 19004211 · change 7 · 2026-09-21T13:33:20Z");
    }
}
