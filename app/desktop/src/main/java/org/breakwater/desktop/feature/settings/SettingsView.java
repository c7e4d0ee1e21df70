package org.breakwater.desktop.feature.settings;

import static java.util.Map.entry;

import atlantafx.base.controls.ToggleSwitch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.breakwater.desktop.command.KeyTable;
import org.breakwater.desktop.fx.Subscriptions;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Card;
import org.breakwater.desktop.kit.Choices;
import org.breakwater.desktop.kit.Choices.Choice;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Place.SettingsPart;
import org.breakwater.desktop.navigation.Screen;
import org.breakwater.desktop.place.Surroundings;
import org.breakwater.desktop.theme.Appearance;
import org.breakwater.desktop.theme.Appearance.Motion;
import org.breakwater.desktop.theme.Appearance.Scheme;
import org.breakwater.desktop.theme.Appearance.Times;

/// The settings: their parts at the left, one part at a time.
public final class SettingsView implements Screen {

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final double CARD = 506;
    private static final double WIDE_CARD = 720;
    private static final Map<SettingsPart, String> NAMES = Map.ofEntries(
            entry(SettingsPart.NETWORK, "Network"),
            entry(SettingsPart.SERVICE, "Safe service"),
            entry(SettingsPart.SIGNERS, "Signers"),
            entry(SettingsPart.POLICY, "Review policy"),
            entry(SettingsPart.EVIDENCE, "Evidence"),
            entry(SettingsPart.ASSUMPTIONS, "Assumptions"),
            entry(SettingsPart.ALERTS, "Alerts"),
            entry(SettingsPart.NOTICES, "Notices"),
            entry(SettingsPart.APPEARANCE, "Appearance"),
            entry(SettingsPart.KEYBOARD, "Keyboard"),
            entry(SettingsPart.ABOUT, "About"));
    private static final Map<SettingsPart, Icon> ICONS = Map.ofEntries(
            entry(SettingsPart.NETWORK, Icon.GLOBE),
            entry(SettingsPart.SERVICE, Icon.CLOUD),
            entry(SettingsPart.SIGNERS, Icon.KEY),
            entry(SettingsPart.POLICY, Icon.SHIELD),
            entry(SettingsPart.EVIDENCE, Icon.FILE_TEXT),
            entry(SettingsPart.ASSUMPTIONS, Icon.SLIDERS),
            entry(SettingsPart.ALERTS, Icon.ALERT),
            entry(SettingsPart.NOTICES, Icon.BELL),
            entry(SettingsPart.APPEARANCE, Icon.SUN),
            entry(SettingsPart.KEYBOARD, Icon.KEYBOARD),
            entry(SettingsPart.ABOUT, Icon.INFO));

    private final SettingsPart part;
    private final SettingsViewModel model;
    private final NetworkFacts network;
    private final Surroundings around;
    private final List<Consumer<Appearance>> shown = new ArrayList<>();

    public SettingsView(SettingsPart part, SettingsViewModel model, NetworkFacts network, Surroundings around) {
        this.part = part;
        this.model = model;
        this.network = network;
        this.around = around;
    }

    @Override
    public ObservableValue<List<String>> trail() {
        return new ReadOnlyObjectWrapper<>(List.of("Settings", name(part)));
    }

    @Override
    public Node root() {
        return new HBox(parts(), Boxes.growing(Boxes.styled(new VBox(10, content()), "page")));
    }

    @Override
    public void shown(Subscriptions until) {
        until.add(model.appearance().subscribe(appearance -> shown.forEach(each -> each.accept(appearance))));
    }

    private static String name(SettingsPart part) {
        return NAMES.getOrDefault(part, "");
    }

    private Node parts() {
        var list = new VBox(Boxes.styled(new HBox(Words.title("Settings")), "page-heading"));
        Arrays.stream(SettingsPart.values()).map(this::part).forEach(list.getChildren()::add);
        var note = Words.wrapped(Words.secondary("Settings stay on this computer."));
        list.getChildren().addAll(Boxes.spacer(), Boxes.padded(new VBox(note), 0, 16, 16, 20));
        return Boxes.styled(list, "side-list");
    }

    private Button part(SettingsPart each) {
        var button =
                new Button(name(each), ICONS.getOrDefault(each, Icon.SETTINGS).at(Icon.Size.BUTTON, Tone.MUTED));
        button.getStyleClass().setAll("side-item");
        button.setMaxWidth(Double.MAX_VALUE);
        button.pseudoClassStateChanged(CURRENT, each == part);
        button.setOnAction(_ -> around.router().go(new Place.Settings(each)));
        return button;
    }

    private Region content() {
        return switch (part) {
            case NETWORK -> narrow(WIDE_CARD, new NetworkPart(network, editing()).root());
            case SERVICE -> narrow(WIDE_CARD, new ServicePart(network, editing()).root());
            case SIGNERS -> scrolled(narrow(WIDE_CARD, signers()));
            case POLICY -> scrolled(narrow(WIDE_CARD, policy()));
            case EVIDENCE -> scrolled(narrow(WIDE_CARD, evidence()));
            case ASSUMPTIONS -> scrolled(narrow(WIDE_CARD, assumptions()));
            case ALERTS -> scrolled(narrow(WIDE_CARD, alerts()));
            case NOTICES -> narrow(WIDE_CARD, new NoticesPart(model, network.notices()).root());
            case APPEARANCE -> narrow(CARD, appearance());
            case KEYBOARD -> Card.of("Keyboard", new KeyTable(around.commands().all()));
            case ABOUT -> narrow(CARD, about());
        };
    }

    private Region signers() {
        var signers = new SignersViewModel(around.acting().actions().keyring(), around.background());
        signers.look();
        return new SignersPart(around, signers, model).root();
    }

    private Region policy() {
        var policy = new PolicyViewModel(around.acting().actions().policy(), around.background());
        policy.read();
        return new PolicyPart(around, policy).root();
    }

    private Region evidence() {
        var evidence = new EvidenceViewModel(around.evidence(), around.background());
        evidence.read();
        return new EvidencePart(evidence).root();
    }

    private Region assumptions() {
        return new AssumptionsPart(new AssumptionsViewModel(around.assumptions(), around.background()), around).root();
    }

    private Region alerts() {
        return new WatchPart(
                        new WatchSettingsViewModel(network.watch(), network.watched(), around.background()),
                        around,
                        network)
                .root();
    }

    /// For what may be longer than the window.
    private static Region scrolled(Region content) {
        var scroll = new ScrollPane(Boxes.padded(new VBox(content), 0, 0, 20, 0));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return Boxes.growing(scroll);
    }

    private static Region narrow(double width, Region content) {
        content.setMaxWidth(width);
        return content;
    }

    private Optional<NetworkSettingsViewModel> editing() {
        return network.editing().map(editing -> new NetworkSettingsViewModel(editing, around.background()));
    }

    private Card appearance() {
        var rows = new VBox(theme(), textSize(), times(), motion());
        rows.getChildren().getLast().getStyleClass().add("last");
        return Card.flush("Appearance", rows);
    }

    private Node theme() {
        var schemes = List.of(
                new Choice<>(Scheme.LIGHT, "Light"),
                new Choice<>(Scheme.DARK, "Dark"),
                new Choice<>(Scheme.SYSTEM, "As the system"));
        return Setting.row("Theme", segments("Theme", schemes, Appearance::scheme, (chosen, old) -> old.with(chosen)));
    }

    private Node textSize() {
        var sizes = Appearance.TEXT_SIZES.stream()
                .map(percent -> new Choice<>(percent, percent + "\u00A0%"))
                .toList();
        return Setting.row(
                "Text size",
                segments("Text size", sizes, Appearance::textPercent, (chosen, old) -> old.withText(chosen)));
    }

    private Node times() {
        var forms =
                List.of(new Choice<>(Times.UTC_AND_LOCAL, "UTC and local"), new Choice<>(Times.UTC_ONLY, "UTC only"));
        return Setting.row("Times", segments("Times", forms, Appearance::times, (chosen, old) -> old.with(chosen)));
    }

    private Node motion() {
        var reduced = new ToggleSwitch();
        reduced.setAccessibleText("Reduced motion");
        shown.add(appearance -> reduced.setSelected(appearance.motion() == Motion.REDUCED));
        reduced.selectedProperty()
                .addListener((_, _, on) -> change(old -> old.with(on ? Motion.REDUCED : Motion.SYSTEM)));
        return Setting.row("Reduced motion", Boxes.row(8, Words.secondary("else as the system says"), reduced));
    }

    private Appearance now() {
        return model.appearance().getValue();
    }

    private void change(UnaryOperator<Appearance> change) {
        model.change(change);
    }

    /// A change to what is set now.
    @FunctionalInterface
    private interface Change<T> {
        Appearance apply(T chosen, Appearance old);
    }

    private <T> Choices<T> segments(
            String name, List<Choice<T>> choices, Function<Appearance, T> chosen, Change<T> change) {
        var segments =
                Choices.segments(name, choices, chosen.apply(now()), value -> change(old -> change.apply(value, old)));
        shown.add(appearance -> segments.show(chosen.apply(appearance)));
        return segments;
    }

    private static Card about() {
        var facts = new VBox(
                6,
                Words.wrapped(Words.body("The governance and treasury console of an on-chain insurance protocol.")),
                fact("Java", Runtime.version().toString()),
                fact("JavaFX", System.getProperty("javafx.runtime.version", "unknown")),
                fact("Licence", "MIT; NOTICE names the works it builds on"));
        return Card.of("Breakwater", facts);
    }

    private static Node fact(String name, String value) {
        var key = Words.muted(name);
        key.setMinWidth(124);
        return Boxes.row(8, key, Words.body(value));
    }
}
