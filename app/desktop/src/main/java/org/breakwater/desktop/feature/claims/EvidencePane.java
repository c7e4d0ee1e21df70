package org.breakwater.desktop.feature.claims;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.breakwater.core.evidence.EvidenceContent;
import org.breakwater.core.evidence.EvidenceSource;
import org.breakwater.core.evidence.FetchedEvidence;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.projection.view.EvidenceView;
import org.breakwater.core.text.VisibleText;
import org.breakwater.desktop.feature.claims.EvidenceDesk.Looking;
import org.breakwater.desktop.kit.Banner;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Place.SettingsPart;
import org.breakwater.desktop.place.Surroundings;

/// One piece of evidence itself: asked for or opened by hand, and shown once its hash is right, as text or as a picture
/// and as nothing else. Nothing in it is run, followed or obeyed.
final class EvidencePane extends VBox {

    private static final int MOST_CHARACTERS = 40_000;
    private static final int MOST_ROWS = 16;
    private static final int LINE = 72;
    private static final double MOST_WIDTH = 720;
    private static final double MOST_HEIGHT = 420;

    private final Surroundings around;
    private final EvidenceDesk desk;
    private final EvidenceView evidence;

    EvidencePane(Surroundings around, EvidenceDesk desk, EvidenceView evidence) {
        super(6);
        this.around = around;
        this.desk = desk;
        this.evidence = evidence;
        Shown.following(this, desk.of(evidence), this::show);
        Shown.following(this, desk.places(), _ -> show(desk.of(evidence).get()));
    }

    private String id(String part) {
        return "evidence-" + evidence.index() + "-" + part;
    }

    private void show(Looking looking) {
        getChildren()
                .setAll(
                        switch (looking) {
                            case Looking.Unasked _ -> List.of(acts());
                            case Looking.Asking _ -> List.of(asking());
                            case Looking.Refused(var problem) -> List.of(refused(problem), acts());
                            case Looking.Shown(var shown) -> shown(shown);
                        });
    }

    private Node acts() {
        var missing = desk.missing(evidence);
        var fetch = Buttons.small(Buttons.plain(Icon.DOWNLOAD_CLOUD, "Fetch", () -> desk.fetch(evidence)));
        fetch.setId(id("fetch"));
        fetch.setDisable(!missing.isEmpty());
        fetch.setAccessibleHelp(missing);
        var open = Buttons.small(Buttons.plain("Open a file…", this::open));
        open.setId(id("open"));
        var row = Boxes.row(8, fetch, open);
        if (!missing.isEmpty()) {
            var why = Words.secondary(missing);
            why.setMinWidth(0);
            row.getChildren().add(why);
        }
        if (missing.startsWith("Settings")) {
            row.getChildren()
                    .add(new Link("Settings", () -> around.router().go(new Place.Settings(SettingsPart.EVIDENCE))));
        }
        return row;
    }

    private void open() {
        around.opening()
                .openBytes(
                        "Open the evidence",
                        EvidenceSource.MOST_BYTES,
                        opened -> desk.open(evidence, opened.name(), opened.content()));
    }

    private Node asking() {
        return Boxes.row(
                8,
                Words.secondary("Asking the places that you allow"),
                Buttons.small(Buttons.plain("Stop", () -> desk.stop(evidence))));
    }

    private Node refused(Problem problem) {
        var banner = new Banner(
                Severity.COULD_NOT_RUN,
                Severity.COULD_NOT_RUN.icon(),
                problem.happened(),
                (problem.meaning() + " " + problem.remedy()).strip());
        banner.setId(id("refused"));
        return banner;
    }

    private List<Node> shown(FetchedEvidence shown) {
        var nodes = new ArrayList<Node>();
        nodes.add(facts(shown));
        switch (shown.content()) {
            case EvidenceContent.Text(var text) -> nodes.addAll(text(text));
            case EvidenceContent.Picture picture -> nodes.add(picture(shown, picture));
            case EvidenceContent.Other(var what, var why) -> {
                var words = Words.wrapped(
                        Words.secondary(what + ". " + why + " It is not shown; it can be saved as a file."));
                words.setId(id("named"));
                nodes.add(words);
            }
        }
        return nodes;
    }

    private Node facts(FetchedEvidence shown) {
        var words = Words.secondary(
                kind(shown.content()) + ", " + Numbers.count(shown.bytes().length()) + " bytes, from " + shown.whence()
                        + (shown.type().isEmpty() ? "" : ", which calls it “" + shown.type() + "”"));
        words.setId(id("facts"));
        var save = new Link(
                "Save as a file…",
                () -> around.saving().save(shown.fileName(), () -> shown.bytes().toArray()));
        save.setId(id("save"));
        words.setMinWidth(0);
        return Boxes.row(8, words, Boxes.spacer(), save);
    }

    private static String kind(EvidenceContent content) {
        return switch (content) {
            case EvidenceContent.Text _ -> "Text";
            case EvidenceContent.Picture(var format, var width, var height) ->
                format + " picture, " + Numbers.count(width) + " × " + Numbers.count(height);
            case EvidenceContent.Other _ -> "A file that is not shown";
        };
    }

    private List<Node> text(VisibleText text) {
        var whole = text.shown();
        var cut = whole.length() > MOST_CHARACTERS
                ? whole.substring(0, whole.offsetByCodePoints(0, whole.codePointCount(0, MOST_CHARACTERS)))
                : whole;
        var area = new TextArea(cut);
        area.setEditable(false);
        area.setWrapText(true);
        area.setPrefRowCount(rows(cut));
        area.setId(id("text"));
        area.setAccessibleText("The evidence, in their words");
        area.getStyleClass().add("evidence-text");
        var nodes = new ArrayList<Node>();
        nodes.add(Boxes.styled(new VBox(area), "quoted-words"));
        if (cut.length() < whole.length()) {
            nodes.add(Words.wrapped(Words.secondary("These are the first " + Numbers.count(cut.length()) + " of "
                    + Numbers.count(whole.length()) + " characters. Save it as a file to read the rest.")));
        }
        if (text.written() > 0) {
            var written = Words.wrapped(Words.secondary(Numbers.count(text.written())
                    + (text.written() == 1 ? " character that" : " characters that")
                    + " cannot be seen or would turn the text around: written out as ⟨U+…⟩."));
            written.setId(id("written"));
            nodes.add(written);
        }
        return nodes;
    }

    private static int rows(String text) {
        var rows = text.lines().mapToInt(line -> 1 + line.length() / LINE).sum();
        return Math.clamp(rows + 1, 2, MOST_ROWS);
    }

    /// Decoded beside the toolkit's thread, to the size in which it is drawn.
    private Node picture(FetchedEvidence shown, EvidenceContent.Picture picture) {
        var scale = Math.min(1, Math.min(MOST_WIDTH / picture.width(), MOST_HEIGHT / picture.height()));
        var width = Math.max(1, Math.floor(picture.width() * scale));
        var height = Math.max(1, Math.floor(picture.height() * scale));
        var frame = Boxes.styled(new StackPane(Words.secondary("It is being decoded.")), "evidence-picture");
        frame.setMinWidth(0);
        frame.setPrefWidth(0);
        frame.setMaxWidth(Double.MAX_VALUE);
        frame.setId(id("picture"));
        around.background()
                .quietly(
                        () -> new Image(new ByteArrayInputStream(shown.bytes().toArray()), width, height, true, true),
                        image -> frame.getChildren().setAll(drawn(image, frame)));
        return frame;
    }

    private static Node drawn(Image image, StackPane frame) {
        if (image.isError()) {
            return Words.secondary("It cannot be decoded. It can be saved as a file.");
        }
        var view = new ImageView(image);
        view.setPreserveRatio(true);
        view.setAccessibleText("The evidence, a picture");
        view.fitWidthProperty()
                .bind(frame.widthProperty().map(room -> Math.min(image.getWidth(), Math.max(1, room.doubleValue()))));
        return view;
    }
}
