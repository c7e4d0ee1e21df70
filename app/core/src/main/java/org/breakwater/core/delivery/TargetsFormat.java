package org.breakwater.core.delivery;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.breakwater.core.alert.Alert.Severity;
import org.breakwater.core.json.JsonDocument;
import org.breakwater.core.json.JsonLimits;
import org.breakwater.core.json.JsonObject;
import org.breakwater.core.json.JsonValue;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Quotation;

/// The file of targets: JSON, as app/docs/alerts.md describes it. What is not known is refused with its line.
public final class TargetsFormat {

    public static final String FORMAT = "breakwater-targets/1";
    public static final JsonLimits LIMITS = new JsonLimits(256 << 10, 8, 4_000, 20_000);

    /// How many targets there may be.
    public static final int MOST = 32;

    private static final int MOST_WORDS = 64;
    private static final int MOST_SECONDS = 300;
    private static final Duration USUAL_LIMIT = Duration.ofSeconds(30);
    private static final String NAME = "[a-z0-9][a-z0-9-]{0,39}";
    private static final String VARIABLE = "[A-Za-z_][A-Za-z0-9_]{0,99}";
    private static final String CREDENTIAL = "[A-Za-z0-9][A-Za-z0-9_.-]{0,99}";
    private static final String MINUTE = "([01][0-9]|2[0-3]):[0-5][0-9]";

    private final JsonDocument document;
    private final Map<String, QuietHours> quiet = new LinkedHashMap<>();

    private TargetsFormat(JsonDocument document) {
        this.document = document;
    }

    public static List<Target> read(JsonDocument document) throws ProblemException {
        return new TargetsFormat(document).read();
    }

    private List<Target> read() throws ProblemException {
        var root = document.object();
        root.only(List.of("format", "quietHours", "targets"));
        if (!root.text("format").equals(FORMAT)) {
            throw refused(root.field("format"), "the format is not " + FORMAT);
        }
        if (root.all().containsKey("quietHours")) {
            for (var named : root.object("quietHours").all().entrySet()) {
                var hours = hours(named.getKey(), document.object(named.getValue()));
                quiet.put(hours.name(), hours);
            }
        }
        var targets = new ArrayList<Target>();
        var names = new HashSet<String>();
        for (var object : root.objects("targets")) {
            var target = target(object);
            if (!names.add(target.name())) {
                throw refused(object.field("name"), "two targets are named " + target.name());
            }
            targets.add(target);
        }
        if (targets.isEmpty() || targets.size() > MOST) {
            throw refused(root.field("targets"), "there are from 1 to " + MOST + " targets");
        }
        return List.copyOf(targets);
    }

    private QuietHours hours(String name, JsonObject object) throws ProblemException {
        object.only(List.of("zone", "from", "to"));
        if (!name.matches(NAME)) {
            throw refused(object.fields(), "quiet hours are named with small letters, digits and hyphens");
        }
        var from = minute(object, "from");
        var to = minute(object, "to");
        if (from.equals(to)) {
            throw refused(object.field("to"), "quiet hours that end when they begin are none");
        }
        return new QuietHours(name, zone(object), from, to);
    }

    private ZoneId zone(JsonObject object) throws ProblemException {
        var name = object.text("zone");
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw refused(
                    object.field("zone"), Quotation.of(name) + " is no time zone; one reads like Europe/Berlin or UTC");
        }
        return ZoneId.of(name);
    }

    private LocalTime minute(JsonObject object, String field) throws ProblemException {
        var text = object.text(field);
        if (!text.matches(MINUTE)) {
            throw refused(object.field(field), Quotation.of(text) + " is no time of day; one reads like 07:30");
        }
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException impossible) {
            throw refused(object.field(field), Quotation.of(text) + " is no time of day");
        }
    }

    private Target target(JsonObject object) throws ProblemException {
        var name = object.text("name");
        if (!name.matches(NAME)) {
            throw refused(object.field("name"), "a target is named with up to 40 small letters, digits and hyphens");
        }
        return new Target(name, channel(object), interest(object), quiet(object));
    }

    private Channel channel(JsonObject object) throws ProblemException {
        var kind = object.text("kind");
        return switch (kind) {
            case "webhook" -> {
                only(object, "url", "secret");
                yield new Channel.Webhook(object.text("url"), secret(object, "secret"));
            }
            case "slack" -> {
                only(object, "url");
                yield new Channel.Slack(secret(object, "url"));
            }
            case "discord" -> {
                only(object, "url");
                yield new Channel.Discord(secret(object, "url"));
            }
            case "command" -> {
                only(object, "command", "seconds");
                yield new Channel.Command(words(object), limit(object));
            }
            default ->
                throw refused(
                        object.field("kind"),
                        Quotation.of(kind) + " is no kind of target; there are webhook, slack, discord and command");
        };
    }

    private static void only(JsonObject object, String... own) throws ProblemException {
        var known = new ArrayList<>(List.of("name", "kind", "severities", "rules", "quiet"));
        known.addAll(Arrays.asList(own));
        object.only(known);
    }

    /// A place of a secret; the secret itself, written here, is refused without being repeated.
    private SecretPlace secret(JsonObject object, String field) throws ProblemException {
        var value = object.field(field);
        if (!(value instanceof JsonValue.Fields fields) || fields.fields().size() != 1) {
            throw refused(
                    value,
                    Quotation.of(field) + " is a secret and does not stand here; name its place as in"
                            + " {\"environment\": \"NAME\"}, {\"file\": \"/path\"} or {\"credential\": \"name\"}");
        }
        var place = document.object(fields);
        place.only(List.of("environment", "file", "credential"));
        var kind = fields.fields().firstEntry().getKey();
        var text = place.text(kind);
        var isWellFormed = switch (kind) {
            case "environment" -> text.matches(VARIABLE);
            case "credential" -> text.matches(CREDENTIAL);
            default -> isAbsolute(text);
        };
        if (!isWellFormed) {
            throw refused(place.field(kind), "this is no name of " + article(kind));
        }
        return switch (kind) {
            case "environment" -> new SecretPlace.Environment(text);
            case "credential" -> new SecretPlace.Credential(text);
            default -> new SecretPlace.OwnFile(text);
        };
    }

    private static String article(String kind) {
        return switch (kind) {
            case "environment" -> "an environment variable";
            case "credential" -> "a credential";
            default -> "a file, with its whole path";
        };
    }

    private static boolean isAbsolute(String path) {
        return path.startsWith("/") || path.matches("[A-Za-z]:[\\\\/].*");
    }

    private List<String> words(JsonObject object) throws ProblemException {
        var words = texts(object, "command");
        if (words.isEmpty() || words.size() > MOST_WORDS) {
            throw refused(object.field("command"), "a command has from 1 to " + MOST_WORDS + " words");
        }
        if (!isAbsolute(words.getFirst())) {
            throw refused(object.field("command"), "a command begins with its program's whole path");
        }
        if (words.stream().anyMatch(word -> word.indexOf('\0') >= 0)) {
            throw refused(object.field("command"), "a word of a command holds a zero");
        }
        return words;
    }

    private Duration limit(JsonObject object) throws ProblemException {
        if (!object.all().containsKey("seconds")) {
            return USUAL_LIMIT;
        }
        if (object.field("seconds") instanceof JsonValue.Whole(var _, var seconds)
                && seconds.signum() > 0
                && seconds.compareTo(BigInteger.valueOf(MOST_SECONDS)) <= 0) {
            return Duration.ofSeconds(seconds.longValueExact());
        }
        throw refused(object.field("seconds"), "a command may run from 1 to " + MOST_SECONDS + " seconds");
    }

    private Interest interest(JsonObject object) throws ProblemException {
        return new Interest(severities(object), rules(object));
    }

    private Set<Severity> severities(JsonObject object) throws ProblemException {
        if (!object.all().containsKey("severities")) {
            return Interest.ALL.severities();
        }
        var chosen = EnumSet.noneOf(Severity.class);
        for (var word : texts(object, "severities")) {
            chosen.add(Arrays.stream(Severity.values())
                    .filter(severity -> severity.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst()
                    .orElseThrow(() -> refused(
                            object.all().getOrDefault("severities", object.fields()),
                            Quotation.of(word) + " is no severity; there are hold, warning and note")));
        }
        if (chosen.isEmpty()) {
            throw refused(object.field("severities"), "a target takes at least one severity");
        }
        return chosen;
    }

    private Set<String> rules(JsonObject object) throws ProblemException {
        if (!object.all().containsKey("rules")) {
            return Set.of();
        }
        var rules = Set.copyOf(texts(object, "rules"));
        if (rules.isEmpty() || rules.contains("")) {
            throw refused(object.field("rules"), "a target takes at least one rule; leave “rules” out for all");
        }
        return rules;
    }

    private Optional<QuietHours> quiet(JsonObject object) throws ProblemException {
        if (!object.all().containsKey("quiet")) {
            return Optional.empty();
        }
        var name = object.text("quiet");
        var hours = quiet.get(name);
        if (hours == null) {
            throw refused(object.field("quiet"), "no quiet hours are named " + Quotation.of(name));
        }
        return Optional.of(hours);
    }

    private List<String> texts(JsonObject object, String field) throws ProblemException {
        if (!(object.field(field) instanceof JsonValue.Items(var _, var items))) {
            throw refused(object.field(field), Quotation.of(field) + " is no list");
        }
        var texts = new ArrayList<String>();
        for (var item : items) {
            if (!(item instanceof JsonValue.Text(var _, String text))) {
                throw refused(item, Quotation.of(field) + " holds something that is no text");
            }
            texts.add(text);
        }
        return texts;
    }

    private ProblemException refused(JsonValue where, String why) {
        return document.refused(where.line(), why);
    }
}
