package org.breakwater.core.watch.rule;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.breakwater.core.alert.Alert.Severity;
import org.breakwater.core.json.JsonDocument;
import org.breakwater.core.json.JsonLimits;
import org.breakwater.core.json.JsonObject;
import org.breakwater.core.json.JsonValue;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.risk.Metric.Scope;
import org.breakwater.core.risk.MetricKind;
import org.breakwater.core.risk.MetricKind.Unit;
import org.breakwater.core.risk.Metrics;
import org.breakwater.core.treasury.Horizon;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Quotation;
import org.breakwater.core.watch.rule.MetricScope.Kind;
import org.breakwater.core.watch.rule.Rule.Heading;
import org.breakwater.core.watch.rule.Rule.Patience;
import org.breakwater.core.watch.rule.Rule.Side;

/// A rule file: a JSON document that people write. What it says is described in the file of rules that comes with the
/// program and in the decision record 0028.
public final class RuleFormat {

    public static final String FORMAT = "breakwater.watch-rules";
    public static final int VERSION = 1;

    /// How large a document may be.
    public static final JsonLimits LIMITS = new JsonLimits(256 << 10, 5, 400, 20_000);

    public static final int MOST_RULES = 300;

    private static final int MOST_BLOCKS = 10_000;
    private static final Duration MOST_TIME = Duration.ofDays(366);
    private static final Duration STANDS = Duration.ofDays(1);
    private static final String INACTIVE = "inactive";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,59}");
    private static final String REMEDY = "Correct it there; nothing is watched by half a file of rules.";

    private static final Map<MetricKind, Set<ScopeKind>> SCOPES = Map.ofEntries(
            Map.entry(MetricKind.OWN_FUNDS, Set.of(ScopeKind.PROTOCOL, ScopeKind.POOL)),
            Map.entry(MetricKind.SOLVENCY, Set.of(ScopeKind.PROTOCOL, ScopeKind.POOL)),
            Map.entry(MetricKind.UTILISATION, Set.of(ScopeKind.PROTOCOL, ScopeKind.POOL)),
            Map.entry(MetricKind.LEVERAGE, Set.of(ScopeKind.PROTOCOL, ScopeKind.POOL)),
            Map.entry(MetricKind.COVERAGE, Set.of(ScopeKind.TREASURY)),
            Map.entry(MetricKind.LIQUIDITY, Set.of(ScopeKind.WITHIN)),
            Map.entry(MetricKind.PEG_LOSS, Set.of(ScopeKind.ASSET)),
            Map.entry(MetricKind.PEG_STRESS, Set.of(ScopeKind.FALLEN)),
            Map.entry(MetricKind.RUNWAY, Set.of(ScopeKind.TREASURY)),
            Map.entry(MetricKind.BY_VENUE, Set.of(ScopeKind.PROTOCOL)),
            Map.entry(MetricKind.BY_ISSUER, Set.of(ScopeKind.PROTOCOL)),
            Map.entry(MetricKind.BY_ORACLE, Set.of(ScopeKind.PROTOCOL)),
            Map.entry(MetricKind.BY_SUBJECT, Set.of(ScopeKind.PROTOCOL)),
            Map.entry(MetricKind.BY_VOTER, Set.of(ScopeKind.PROTOCOL)),
            Map.entry(MetricKind.DRAWDOWN, Set.of(ScopeKind.PROTOCOL)),
            Map.entry(MetricKind.FALL, Set.of(ScopeKind.SPAN)),
            Map.entry(MetricKind.LOSS_RATIO, Set.of(ScopeKind.PROTOCOL)),
            Map.entry(MetricKind.COMBINED_RATIO, Set.of(ScopeKind.PROTOCOL)),
            Map.entry(MetricKind.ORACLE_AGE, Set.of(ScopeKind.FEED)),
            Map.entry(MetricKind.SELF_REPORTED, Set.of(ScopeKind.TREASURY)),
            Map.entry(MetricKind.REVERSE_STRESS, Set.of(ScopeKind.PROTOCOL)));

    private final JsonDocument document;
    private final Map<String, Integer> lines = new HashMap<>();

    private RuleFormat(JsonDocument document) {
        this.document = document;
    }

    /// What a figure may be about, with how that is written.
    private enum ScopeKind {
        PROTOCOL("the protocol"),
        TREASURY("the treasury"),
        POOL("every pool"),
        ASSET("every asset"),
        FEED("every feed"),
        WITHIN("within 7 days"),
        FALLEN("every asset, fallen by 20 %"),
        SPAN("the last 24 hours");

        private final String example;

        ScopeKind(String example) {
            this.example = example;
        }
    }

    /// @throws ProblemException names the line that is not right
    public static RuleBook read(JsonDocument document) throws ProblemException {
        try {
            return new RuleFormat(document).book();
        } catch (ProblemException refused) {
            throw new ProblemException(Problem.of(refused.problem().happened(), REMEDY), refused);
        }
    }

    /// As a file writes it: `ROLE_GRANTED` is `role-granted`.
    public static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private RuleBook book() throws ProblemException {
        var root = document.object();
        root.only(List.of("format", "version", "about", "rules"));
        if (!root.text("format").equals(FORMAT)) {
            throw refused(root.field("format"), "this is no file of rules: its format is not “" + FORMAT + "”");
        }
        if (!(root.field("version") instanceof JsonValue.Whole(var _, var version))
                || !version.equals(BigInteger.valueOf(VERSION))) {
            throw refused(root.field("version"), "this program reads version " + VERSION + " of rules only");
        }
        var written = root.objects("rules");
        if (written.isEmpty() || written.size() > MOST_RULES) {
            throw refused(root.field("rules"), "there are " + written.size() + " rules; it may be 1 to " + MOST_RULES);
        }
        var rules = new ArrayList<Rule>();
        for (var each : written) {
            var rule = rule(each);
            if (lines.putIfAbsent(rule.name(), each.line()) != null) {
                throw refused(each.field("rule"), "a second rule is named " + rule.name());
            }
            rules.add(rule);
        }
        requireOrder(rules);
        return new RuleBook(rules);
    }

    private void requireOrder(List<Rule> rules) throws ProblemException {
        for (var rule : rules) {
            for (var other : rule.heading().unless()) {
                if (!lines.containsKey(other)) {
                    throw document.refused(
                            line(rule.name()), "the rule " + rule.name() + " names " + other + ", which is no rule");
                }
            }
        }
        var circle = RuleBook.circle(rules);
        if (circle.isPresent()) {
            throw document.refused(
                    line(circle.get().getFirst()),
                    "rules silence each other in a circle: " + String.join(", ", circle.get()));
        }
    }

    private int line(String rule) {
        return lines.getOrDefault(rule, 1);
    }

    private Rule rule(JsonObject written) throws ProblemException {
        written.only(List.of("rule", "severity", "says", "for", "unless", "when"));
        var when = written.object("when");
        var heading = heading(written);
        if (when.all().containsKey("metric")) {
            return when.all().containsKey("over") ? change(heading, when) : threshold(heading, when);
        }
        if (when.all().containsKey("event")) {
            return event(heading, when);
        }
        if (when.all().containsKey("state")) {
            return state(heading, when);
        }
        if (when.all().containsKey("signer")) {
            return signer(heading, when);
        }
        if (when.all().containsKey("health")) {
            return health(heading, when);
        }
        throw document.refused(when.line(), "“when” names none of “metric”, “event”, “state”, “signer” and “health”");
    }

    private Heading heading(JsonObject written) throws ProblemException {
        var name = written.text("rule");
        if (!NAME.matcher(name).matches()) {
            throw refused(
                    written.field("rule"),
                    Quotation.of(name) + " is no name of a rule: up to 60 lower case letters, digits and hyphens");
        }
        var says = written.text("says");
        if (says.isBlank() || !says.equals(Quotation.plain(says)) || says.endsWith(".")) {
            throw refused(written.field("says"), "“says” is one plain sentence without its full stop");
        }
        return new Heading(name, severity(written), says, unless(written), patience(written));
    }

    private Optional<Severity> severity(JsonObject written) throws ProblemException {
        return written.all().containsKey("severity")
                ? Optional.of(constant(written, "severity", Severity.values()))
                : Optional.empty();
    }

    private SortedSet<String> unless(JsonObject written) throws ProblemException {
        var names = new TreeSet<String>();
        var field = written.all().get("unless");
        if (field == null) {
            return names;
        }
        if (!(field instanceof JsonValue.Items(var _, var items))) {
            throw refused(field, "“unless” is a list of rules' names");
        }
        for (var item : items) {
            if (!(item instanceof JsonValue.Text(var _, var name))) {
                throw refused(item, "“unless” is a list of rules' names");
            }
            names.add(name);
        }
        return names;
    }

    private Patience patience(JsonObject written) throws ProblemException {
        if (!written.all().containsKey("for")) {
            return new Patience.None();
        }
        var text = written.text("for");
        var blocks = count(text, " blocks", MOST_BLOCKS);
        if (blocks.isPresent()) {
            return new Patience.Blocks(blocks.get());
        }
        return new Patience.Time(time(written, "for", "“3 blocks” or “10 minutes”"));
    }

    /// From 1 to so many of what the end of the text names.
    private static Optional<Integer> count(String text, String end, int most) {
        return text.endsWith(end)
                ? Quantity.read(text.substring(0, text.length() - end.length()), Unit.COUNT)
                        .map(BigInteger::intValueExact)
                        .filter(count -> count > 0 && count <= most)
                : Optional.empty();
    }

    private Duration time(JsonObject from, String name, String example) throws ProblemException {
        var text = from.text(name);
        return Quantity.duration(text)
                .filter(time -> time.compareTo(MOST_TIME) <= 0)
                .orElseThrow(() -> refused(
                        line(from, name),
                        Quotation.of(text) + " is no time of at most " + MOST_TIME.toDays() + " days, such as "
                                + example));
    }

    private static int line(JsonObject from, String name) {
        var field = from.all().get(name);
        return field == null ? from.line() : field.line();
    }

    private Rule.Threshold threshold(Heading heading, JsonObject when) throws ProblemException {
        requireSeverity(heading, when);
        var metric = constant(when, "metric", MetricKind.values());
        var side = side(when, "below", "above");
        var raises = side == Side.BELOW ? "below" : "above";
        var clearing = side == Side.BELOW ? "clearsAbove" : "clearsBelow";
        when.only(List.of("metric", "of", raises, clearing));
        var limit = figure(when, raises, metric);
        var clears = when.all().containsKey(clearing) ? figure(when, clearing, metric) : limit;
        var wrong = side == Side.BELOW ? clears.compareTo(limit) < 0 : clears.compareTo(limit) > 0;
        if (wrong) {
            throw refused(
                    when.field(clearing),
                    "an alert " + raises + " " + when.text(raises) + " cannot clear at " + when.text(clearing)
                            + ", which is on the same side");
        }
        return new Rule.Threshold(heading, metric, scope(when, metric), side, limit, clears);
    }

    private Side side(JsonObject when, String below, String above) throws ProblemException {
        var hasBelow = when.all().containsKey(below);
        if (hasBelow == when.all().containsKey(above)) {
            throw document.refused(when.line(), "one of “" + below + "” and “" + above + "” is needed");
        }
        return hasBelow ? Side.BELOW : Side.ABOVE;
    }

    private BigInteger figure(JsonObject when, String name, MetricKind metric) throws ProblemException {
        var text = when.text(name);
        return Quantity.read(text, metric.unit())
                .orElseThrow(() -> refused(
                        line(when, name),
                        Quotation.of(text) + " is no figure of " + written(metric) + ", such as “"
                                + Quantity.example(metric.unit()) + "”"));
    }

    private Rule.Change change(Heading heading, JsonObject when) throws ProblemException {
        requireSeverity(heading, when);
        var metric = constant(when, "metric", MetricKind.values());
        var side = side(when, "falls", "rises");
        var moves = side == Side.BELOW ? "falls" : "rises";
        when.only(List.of("metric", "of", "over", moves, "clears"));
        var over = time(when, "over", "“24 hours”");
        if (over.compareTo(Rule.Change.MOST_SPAN) > 0 || over.compareTo(Rule.Change.LEAST_SPAN) < 0) {
            throw refused(when.field("over"), "a change is looked for over 1 minute to 31 days");
        }
        var more = share(when, moves);
        var clears = when.all().containsKey("clears") ? share(when, "clears") : more;
        if (clears.compareTo(more) > 0) {
            throw refused(when.field("clears"), "it would clear at a greater change than it is raised at");
        }
        return new Rule.Change(heading, metric, scope(when, metric), side, over, more, clears);
    }

    private BigInteger share(JsonObject when, String name) throws ProblemException {
        var text = when.text(name);
        return Quantity.read(text, Unit.BASIS_POINTS)
                .orElseThrow(
                        () -> refused(line(when, name), Quotation.of(text) + " is no share in percent, such as “5 %”"));
    }

    private Rule.Event event(Heading heading, JsonObject when) throws ProblemException {
        requireSeverity(heading, when);
        if (!(heading.patience() instanceof Patience.None)) {
            throw document.refused(when.line(), "what happened has happened: an event has no “for”");
        }
        var event = constant(when, "event", EventKind.values());
        when.only(event.movesMoney() ? List.of("event", "stands", "atLeast") : List.of("event", "stands"));
        var least = BigInteger.ZERO;
        if (when.all().containsKey("atLeast")) {
            var text = when.text("atLeast");
            least = Quantity.read(text, Unit.ASSETS)
                    .filter(amount -> amount.signum() >= 0)
                    .orElseThrow(() -> refused(
                            line(when, "atLeast"), Quotation.of(text) + " is no amount, such as “250000 assets”"));
        }
        var stands = when.all().containsKey("stands") ? time(when, "stands", "“1 day”") : STANDS;
        return new Rule.Event(heading, event, least, stands);
    }

    private Rule.State state(Heading heading, JsonObject when) throws ProblemException {
        var state = constant(when, "state", StateKind.values());
        if (state.condition().isEmpty()) {
            requireSeverity(heading, when);
        }
        when.only(state.looksAhead() ? List.of("state", "within") : List.of("state"));
        var within = state.looksAhead() ? time(when, "within", "“6 hours”") : Duration.ZERO;
        return new Rule.State(heading, state, within);
    }

    private Rule.Signer signer(Heading heading, JsonObject when) throws ProblemException {
        requireSeverity(heading, when);
        if (!when.text("signer").equals(INACTIVE)) {
            throw refused(when.field("signer"), "a signer is watched for being “" + INACTIVE + "” only");
        }
        when.only(List.of("signer", "atLeast", "over"));
        var over = time(when, "over", "“30 days”");
        if (over.compareTo(Rule.Signer.MOST_SPAN) > 0) {
            throw refused(
                    when.field("over"),
                    "signatures are read " + Quantity.write(Rule.Signer.MOST_SPAN) + " back, no further");
        }
        return new Rule.Signer(heading, transactions(when), over);
    }

    private int transactions(JsonObject when) throws ProblemException {
        var text = when.text("atLeast");
        return count(text, " transactions", Rule.Signer.MOST_TRANSACTIONS)
                .orElseThrow(() -> refused(
                        line(when, "atLeast"),
                        Quotation.of(text) + " is no count of 1 to " + Rule.Signer.MOST_TRANSACTIONS
                                + " transactions, such as “5 transactions”"));
    }

    private Rule.Health health(Heading heading, JsonObject when) throws ProblemException {
        requireSeverity(heading, when);
        if (heading.patience() instanceof Patience.Blocks) {
            throw document.refused(when.line(), "the monitor's own health does not count in blocks");
        }
        var health = constant(when, "health", HealthKind.values());
        when.only(health.hasLimit() ? List.of("health", "limit") : List.of("health"));
        var limit = health.hasLimit() ? time(when, "limit", "“5 minutes”") : Duration.ZERO;
        return new Rule.Health(heading, health, limit);
    }

    private void requireSeverity(Heading heading, JsonObject when) throws ProblemException {
        if (heading.severity().isEmpty()) {
            throw document.refused(when.line(), "the rule " + heading.name() + " has no “severity”");
        }
    }

    private MetricScope scope(JsonObject when, MetricKind metric) throws ProblemException {
        var text = when.text("of");
        var allowed = SCOPES.getOrDefault(metric, Set.of());
        for (var kind : allowed) {
            var scope = scope(text, kind);
            if (scope.isPresent()) {
                return scope.get();
            }
        }
        var examples = Arrays.stream(ScopeKind.values())
                .filter(allowed::contains)
                .map(kind -> "“" + kind.example + "”")
                .toList();
        throw refused(
                when.field("of"),
                Quotation.of(text) + " is nothing that " + written(metric) + " is told of; that is "
                        + String.join(" or ", examples));
    }

    private static Optional<MetricScope> scope(String text, ScopeKind kind) {
        return switch (kind) {
            case PROTOCOL -> only(text.equals(kind.example), new Scope.Protocol());
            case TREASURY -> only(text.equals(kind.example), new Scope.Treasury());
            case POOL ->
                every(text, kind, Kind.POOL)
                        .or(() -> after(text, "pool ")
                                .flatMap(id -> Quantity.read(id, Unit.COUNT))
                                .map(id -> new MetricScope.Only(new Scope.Pool(id.longValueExact()))));
            case ASSET ->
                every(text, kind, Kind.ASSET)
                        .or(() -> after(text, "asset ")
                                .flatMap(RuleFormat::address)
                                .map(asset -> new MetricScope.Only(new Scope.Asset(asset))));
            case FEED ->
                every(text, kind, Kind.FEED)
                        .or(() -> after(text, "feed ")
                                .flatMap(RuleFormat::address)
                                .map(feed -> new MetricScope.Only(new Scope.Feed(feed))));
            case WITHIN -> within(text);
            case FALLEN ->
                after(text, "every asset, fallen by ")
                        .flatMap(share -> Quantity.read(share, Unit.BASIS_POINTS))
                        .filter(bps -> Metrics.FALLS.contains(bps.intValue()))
                        .map(bps -> new MetricScope.EveryFallen(bps.intValueExact()));
            case SPAN ->
                after(text, "the last ")
                        .flatMap(Quantity::duration)
                        .filter(Metrics.SPANS::contains)
                        .map(span -> new MetricScope.Only(new Scope.Span(span)));
        };
    }

    private static Optional<MetricScope> within(String text) {
        if (text.equals("now")) {
            return Optional.of(new MetricScope.Only(new Scope.Within(Horizon.NOW)));
        }
        return after(text, "within ")
                .flatMap(Quantity::duration)
                .flatMap(time -> Arrays.stream(Horizon.values())
                        .filter(horizon -> Duration.ofDays(horizon.days()).equals(time))
                        .findFirst())
                .map(horizon -> new MetricScope.Only(new Scope.Within(horizon)));
    }

    private static Optional<MetricScope> only(boolean isIt, Scope scope) {
        return isIt ? Optional.of(new MetricScope.Only(scope)) : Optional.empty();
    }

    private static Optional<MetricScope> every(String text, ScopeKind written, Kind kind) {
        return text.equals(written.example) ? Optional.of(new MetricScope.Every(kind)) : Optional.empty();
    }

    private static Optional<String> after(String text, String begin) {
        return text.startsWith(begin) ? Optional.of(text.substring(begin.length())) : Optional.empty();
    }

    private static Optional<Address> address(String text) {
        try {
            return Optional.of(Address.parse(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private <E extends Enum<E>> E constant(JsonObject from, String name, E[] all) throws ProblemException {
        var text = from.text(name);
        for (var constant : all) {
            if (written(constant).equals(text)) {
                return constant;
            }
        }
        throw refused(from.field(name), Quotation.of(text) + " is no known " + name);
    }

    private ProblemException refused(JsonValue at, String why) {
        return document.refused(at.line(), why);
    }

    private ProblemException refused(int line, String why) {
        return document.refused(line, why);
    }
}
