package org.breakwater.desktop.place;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.breakwater.core.alert.Alert;
import org.breakwater.core.watch.StandingAlert;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.SeverityTag;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Place.PoolPart;
import org.breakwater.desktop.navigation.Place.SettingsPart;
import org.breakwater.desktop.navigation.Router;

/// An alert in a list: how bad it is, what is so, what follows from it, and the way to where it is settled.
public final class AlertRow extends HBox {

    /// Addresses and hashes.
    private static final Pattern DIGITS = Pattern.compile("0x[0-9a-fA-F]{40,64}");

    private final VBox words;
    private final VBox acts;

    /// @param here where the row stands: an alert that is settled there has no way to go
    public AlertRow(Alert alert, Place here, Router router) {
        super(8);
        getStyleClass().add("alert-row");
        var severity = severity(alert.severity());
        var sentence = Words.wrapped(Words.name(alert.sentence()));
        words = new VBox(sentence, Words.wrapped(Words.secondary(alert.detail())));
        acts = new VBox(4, new SeverityTag(severity));
        acts.setAlignment(Pos.TOP_RIGHT);
        acts.setMinWidth(Label.USE_PREF_SIZE);
        var settled = place(alert.about());
        if (!settled.equals(here)) {
            var link = new Link("Open", () -> router.go(settled));
            link.setAccessibleText("Open what this is about: " + alert.sentence());
            acts.getChildren().add(link);
        }
        getChildren().addAll(severity.icon().at(Icon.Size.BUTTON, severity.tone()), Boxes.growing(words), acts);
    }

    /// An alert that is watched: since when it stands, whether somebody has seen it, and that it can be said.
    ///
    /// @param detailed whether the figures that it rests on are shown
    public static AlertRow standing(
            StandingAlert alert, Place here, Router router, Consumer<StandingAlert> acknowledge, boolean detailed) {
        var row = new AlertRow(alert.said(), here, router);
        row.words
                .getChildren()
                .add(Words.wrapped(Words.caption(since(alert)
                        + (alert.hasStood() ? ", before this program watched" : "")
                        + (alert.isAcknowledged() ? ", seen" : ""))));
        if (detailed && !alert.evidence().isEmpty()) {
            row.words.getChildren().add(evidence(alert));
        }
        if (!alert.isAcknowledged()) {
            var seen = new Link("Acknowledge", () -> acknowledge.accept(alert));
            seen.setId("alert-" + alert.alert() + "-acknowledge");
            seen.setAccessibleText("Acknowledge: " + alert.said().sentence());
            row.acts.getChildren().add(seen);
        }
        return row;
    }

    /// On what it rests, in one line; hashes and addresses are written out where the pointer rests on it.
    private static Label evidence(StandingAlert alert) {
        var whole = alert.evidence().stream()
                .map(evidence -> evidence.name() + " " + evidence.value() + ", by " + evidence.source())
                .toList();
        var line = Words.wrapped(
                Words.caption(DIGITS.matcher(String.join("; ", whole)).replaceAll(found -> brief(found.group()))));
        line.setTooltip(new Tooltip(String.join("\n", whole)));
        return line;
    }

    private static String brief(String digits) {
        return digits.substring(0, 6) + "…" + digits.substring(digits.length() - 4);
    }

    /// By the chain's time, where it is known after a block.
    private static String since(StandingAlert alert) {
        return "Since "
                + alert.block()
                        .map(block -> Times.dateAndTime(block.time()) + " UTC, block " + Numbers.count(block.number()))
                        .orElseGet(() -> Times.dateAndTime(alert.since()) + " UTC");
    }

    private static Severity severity(Alert.Severity severity) {
        return switch (severity) {
            case HOLD -> Severity.HOLD;
            case WARNING -> Severity.WARNING;
            case NOTE -> Severity.NOTE;
        };
    }

    /// Where an alert is settled.
    public static Place place(Alert.Subject about) {
        return switch (about) {
            case Alert.Subject.Pool(var pool) -> new Place.Pool(pool, PoolPart.OVERVIEW);
            case Alert.Subject.Incident(var incident) -> new Place.Incident(incident);
            case Alert.Subject.Feed(var feed) -> new Place.KnownAddress(feed);
            case Alert.Subject.Adapter(var adapter) -> new Place.KnownAddress(adapter);
            case Alert.Subject.Asset(var asset) -> new Place.KnownAddress(asset);
            case Alert.Subject.Venue(var venue) -> new Place.KnownAddress(venue);
            case Alert.Subject.InsuredSubject(var _, var subject) -> new Place.Subject(subject);
            case Alert.Subject.Registry _ -> new Place.Registry();
            case Alert.Subject.Integrator(var integrator) -> new Place.Integrator(integrator);
            case Alert.Subject.Treasury _ -> new Place.Treasury();
            case Alert.Subject.Pause _ -> new Place.Emergency();
            case Alert.Subject.Protocol _ -> new Place.Pools();
            case Alert.Subject.Claim(var claim) -> new Place.Claim(claim);
            case Alert.Subject.Case _ -> new Place.Claims();
            case Alert.Subject.Safe(var safe) -> new Place.Safe(safe);
            case Alert.Subject.Proposal(var proposal) -> new Place.Proposal(proposal);
            case Alert.Subject.ParameterChange(var change) -> new Place.ParameterChange(change);
            case Alert.Subject.Contract(var contract) -> new Place.KnownAddress(contract);
            case Alert.Subject.Endpoint _ -> new Place.Settings(SettingsPart.NETWORK);
            case Alert.Subject.Target _ -> new Place.Settings(SettingsPart.ALERTS);
            case Alert.Subject.Store _, Alert.Subject.Machine _ -> new Place.Settings(SettingsPart.NETWORK);
        };
    }
}
