package org.breakwater.adapters.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.breakwater.core.alert.Alert.Subject;
import org.breakwater.core.delivery.Message;
import org.breakwater.core.json.JsonPrinter;
import org.breakwater.core.json.JsonValue;
import org.breakwater.core.json.WrittenObject;
import org.breakwater.core.value.Address;
import org.breakwater.core.watch.AlertChange;

/// A message as JSON, in the form that app/docs/alerts.md describes. The same message is always the same text, and has
/// the same id, so that a receiver can drop what comes twice.
record AlertDocument(String target) {

    static final String FORMAT = "breakwater-alert/1";

    private static final int ID_DIGITS = 32;

    String text(Message message) {
        var document = new WrittenObject()
                .text("format", FORMAT)
                .text("id", id(message))
                .text("kind", kind(message))
                .text("target", target);
        switch (message) {
            case Message.Single(var change) -> document.items("changes", List.of(change(change)));
            case Message.Summary(var why, var changes) ->
                document.text("why", word(why))
                        .items(
                                "changes",
                                changes.stream().map(AlertDocument::change).toList());
            case Message.Test(var at) -> document.text("at", at.toString()).items("changes", List.of());
        }
        return JsonPrinter.compact(document.value());
    }

    /// The same for a message however often it is sent, and for no other.
    String id(Message message) {
        return switch (message) {
            case Message.Single(var change) -> id(change);
            case Message.Summary(var why, var changes) ->
                digest("summary/" + word(why) + "/"
                        + String.join(
                                "/", changes.stream().map(AlertDocument::id).toList()));
            case Message.Test(var at) -> digest("test/" + target + "/" + at);
        };
    }

    static String id(AlertChange change) {
        return digest("change/" + change.sequence() + "/" + change.alert() + "/" + change.phase() + "/"
                + change.at().toEpochMilli() + "/" + change.rule());
    }

    private static String digest(String text) {
        try {
            var bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes).substring(0, ID_DIGITS);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every JDK has SHA-256", absent);
        }
    }

    private static String kind(Message message) {
        return switch (message) {
            case Message.Single _ -> "change";
            case Message.Summary _ -> "summary";
            case Message.Test _ -> "test";
        };
    }

    private static JsonValue change(AlertChange change) {
        var object = new WrittenObject()
                .text("id", id(change))
                .whole("sequence", change.sequence())
                .whole("alert", change.alert())
                .text("rule", change.rule())
                .text("phase", word(change.phase()))
                .text("severity", word(change.said().severity()))
                .with("about", about(change.said().about()))
                .text("sentence", change.said().sentence())
                .text("detail", change.said().detail())
                .items(
                        "evidence",
                        change.evidence().stream().map(AlertDocument::evidence).toList());
        change.block()
                .ifPresentOrElse(
                        block -> object.with(
                                "block",
                                new WrittenObject()
                                        .whole("number", block.number())
                                        .text("hash", block.hash().toString())
                                        .text("time", block.time().toString())
                                        .value()),
                        () -> object.nothing("block"));
        return object.text("at", change.at().toString())
                .flag("stood", change.hasStood())
                .value();
    }

    private static JsonValue evidence(AlertChange.Evidence evidence) {
        return new WrittenObject()
                .text("name", evidence.name())
                .text("value", evidence.value())
                .text("source", evidence.source())
                .value();
    }

    private static JsonValue about(Subject about) {
        return switch (about) {
            case Subject.Pool(var pool) -> numbered("pool", pool).value();
            case Subject.Incident(var incident) ->
                numbered("incident", incident).value();
            case Subject.Feed(var feed) -> at("feed", feed);
            case Subject.Adapter(var adapter) -> at("adapter", adapter);
            case Subject.Asset(var asset) -> at("asset", asset);
            case Subject.Venue(var venue) -> at("venue", venue);
            case Subject.InsuredSubject(var pool, var subject) ->
                numbered("subject", subject).whole("pool", pool).value();
            case Subject.Registry _ -> kind("registry").value();
            case Subject.Integrator(var integrator) -> at("integrator", integrator);
            case Subject.Treasury _ -> kind("treasury").value();
            case Subject.Pause(var pause) -> numbered("pause", pause).value();
            case Subject.Protocol _ -> kind("protocol").value();
            case Subject.Claim(var claim) -> numbered("claim", claim).value();
            case Subject.Case(var disputed) -> numbered("case", disputed).value();
            case Subject.Safe(var safe) -> at("safe", safe);
            case Subject.Proposal(var proposal) ->
                kind("proposal").text("proposal", proposal.toString()).value();
            case Subject.ParameterChange(var change) ->
                numbered("parameter-change", change).value();
            case Subject.Contract(var contract) -> at("contract", contract);
            case Subject.Endpoint(var name) ->
                kind("endpoint").text("name", name).value();
            case Subject.Store(var name) -> kind("store").text("name", name).value();
            case Subject.Target(var name) -> kind("target").text("name", name).value();
            case Subject.Machine _ -> kind("machine").value();
        };
    }

    private static WrittenObject kind(String kind) {
        return new WrittenObject().text("kind", kind);
    }

    private static WrittenObject numbered(String kind, long number) {
        return kind(kind).whole(kind, number);
    }

    private static JsonValue at(String kind, Address address) {
        return kind(kind).text("address", address.toString()).value();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
