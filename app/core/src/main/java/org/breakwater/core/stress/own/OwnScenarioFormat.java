package org.breakwater.core.stress.own;

import java.util.ArrayList;
import java.util.List;
import org.breakwater.core.json.JsonLimits;
import org.breakwater.core.json.JsonObject;
import org.breakwater.core.json.JsonPrinter;
import org.breakwater.core.json.JsonTexts;
import org.breakwater.core.json.JsonValue;
import org.breakwater.core.json.WrittenObject;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.stress.RiskTarget;
import org.breakwater.core.stress.Scenario.Loss;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.WrittenNumber;

/// How an {@link OwnScenario} is kept: a JSON document. What is read is checked as if a stranger had written it.
public final class OwnScenarioFormat {

    /// How large a document may be.
    public static final JsonLimits LIMITS = new JsonLimits(1 << 16, 4, 400, 10L * OwnScenario.MOST_LOSSES);

    private static final String NAME = "the scenario";
    private static final List<String> FIELDS = List.of("name", "hit");
    private static final List<String> HIT = List.of("kind", "which", "share");
    private static final String SUBJECT = "subject";
    private static final String VENUE = "venue";
    private static final String ASSET = "asset";

    private OwnScenarioFormat() {}

    /// The document; the number is kept beside it.
    public static String document(String name, List<Loss> losses) {
        var hits = new ArrayList<JsonValue>();
        for (var loss : losses) {
            var hit = new WrittenObject();
            switch (loss.target()) {
                case RiskTarget.Subject(var id) -> hit.text("kind", SUBJECT).text("which", Long.toString(id));
                case RiskTarget.Venue(var venue) -> hit.text("kind", VENUE).text("which", venue.toString());
                case RiskTarget.Peg(var asset) -> hit.text("kind", ASSET).text("which", asset.toString());
            }
            hits.add(hit.text("share", HitShare.written(loss.severityBps())).value());
        }
        return JsonPrinter.compact(
                new WrittenObject().text("name", name).items("hit", hits).value());
    }

    public static OwnScenario read(JsonTexts texts, long id, String document) throws ProblemException {
        var root = texts.parse(NAME, document, LIMITS).object();
        root.only(FIELDS);
        var losses = new ArrayList<Loss>();
        for (var hit : root.objects("hit")) {
            hit.only(HIT);
            losses.add(new Loss(target(hit), HitShare.parse(hit.text("share"))));
        }
        return OwnScenario.of(id, root.text("name"), losses);
    }

    private static RiskTarget target(JsonObject hit) throws ProblemException {
        var which = hit.text("which");
        try {
            return switch (hit.text("kind")) {
                case SUBJECT ->
                    new RiskTarget.Subject(WrittenNumber.parse(which).longValueExact());
                case VENUE -> new RiskTarget.Venue(Address.parse(which));
                case ASSET -> new RiskTarget.Peg(Address.parse(which));
                default -> throw new IllegalArgumentException("there is no such kind of thing");
            };
        } catch (IllegalArgumentException | ArithmeticException malformed) {
            throw hit.document().refused(hit.line(), String.valueOf(malformed.getMessage()));
        }
    }
}
