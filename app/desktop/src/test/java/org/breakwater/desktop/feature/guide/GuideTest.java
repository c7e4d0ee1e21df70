package org.breakwater.desktop.feature.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.control.ButtonBase;
import javafx.scene.layout.StackPane;
import org.breakwater.core.value.Keccak;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.fx.SceneWalk;
import org.breakwater.desktop.fx.ShownAlone;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Section;
import org.breakwater.desktop.theme.Appearance.Scheme;
import org.junit.jupiter.api.Test;

/// The pages of the guide inside the program.
class GuideTest extends FxTest {

    private final List<String> done = new ArrayList<>();

    @Test
    void whoReadTheSignersPageReadThisText() {
        assertThat(GuidePage.BEFORE_YOU_SIGN.text()).contains("Version " + SafetySheet.VERSION + " of this page.");
        assertThat(Keccak.hash(GuidePage.BEFORE_YOU_SIGN.text()))
                .as("another text needs another version, and its hash here: everybody reads it again")
                .hasToString("0x1d30033263a0775c2b73551b7e2ce4ab2f42212d3c95d2bcdb78e6837286561c");
    }

    @Test
    void theSignersPageIsLegible() throws Exception {
        ShownAlone.look("signers-page", () -> new StackPane(SafetySheet.beforeSigning(() -> {}, () -> {})), 1_100, 700);
    }

    @Test
    void theTourHasFourCardsAndCanBeLeftAtEach() throws Exception {
        for (int card = 0; card < 4; card++) {
            var cards = card;
            ShownAlone.look(
                    "tour-" + (card + 1),
                    () -> {
                        var tour = new TourSheet(() -> done.add("left"));
                        for (int i = 0; i < cards; i++) {
                            tour.next().fire();
                        }
                        return new StackPane(tour);
                    },
                    1_100,
                    700);
        }
        assertThat(done).isEmpty();
        var tour = onFx(() -> new TourSheet(() -> done.add("left")));
        try (var shown = new ShownAlone(Scheme.LIGHT, _ -> new StackPane(tour), 1_100, 700)) {
            doOnFx(() -> SceneWalk.visible(shown.scene()).stream()
                    .filter(node -> node instanceof ButtonBase button
                            && button.getText().equals("Leave the tour"))
                    .forEach(node -> ((ButtonBase) node).fire()));
            assertThat(done).containsExactly("left");
            doOnFx(() -> {
                for (int i = 0; i < 4; i++) {
                    tour.next().fire();
                }
            });
            assertThat(done).as("the last card ends it").containsExactly("left", "left");
        }
    }

    @Test
    void thePageOfAPlaceOpensAndEveryOtherIsOnePressAway() throws Exception {
        ShownAlone.look("guide", () -> new StackPane(new GuideSheet(GuidePage.COUNCIL, () -> {})), 1_440, 900);
        ShownAlone.look("guide-1100", () -> new StackPane(new GuideSheet(GuidePage.TROUBLE, () -> {})), 1_100, 700);
        var guide = onFx(() -> new GuideSheet(GuidePage.GLOSSARY, () -> {}));
        try (var shown = new ShownAlone(Scheme.LIGHT, _ -> new StackPane(guide), 1_100, 700)) {
            for (var page : GuidePage.values()) {
                doOnFx(() -> SceneWalk.visible(shown.scene()).stream()
                        .filter(node -> node instanceof ButtonBase button
                                && button.getStyleClass().contains("side-item")
                                && button.getText().equals(page.title()))
                        .forEach(node -> ((ButtonBase) node).fire()));
                assertThat(guide.reading().getAccessibleText()).isEqualTo(page.title());
                assertThat(guide.reading().getVvalue()).isZero();
            }
        }
    }

    private static final Path GUIDE = Path.of("..", "docs", "guide");
    private static final Path REPOSITORY = Path.of("..", "..");
    private static final long SMALL_BYTES = 160 << 10;

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> all = Files.list(GUIDE)) {
            return all.filter(path -> path.toString().endsWith(".md")).sorted().toList();
        }
    }

    @Test
    void everyPageBeginsWithItsTitleAndTheContentsNameItOnce() throws IOException {
        var contents = text(GUIDE.resolve("README.md"));
        for (var page : GuidePage.values()) {
            assertThat(page.text().lines().findFirst().orElseThrow()).startsWith("# " + page.title());
        }
        for (var file : pages()) {
            var name = file.getFileName().toString();
            if (!name.equals("README.md")) {
                assertThat(GuidePage.linked(name))
                        .as("%s is opened in the program", name)
                        .isPresent();
                assertThat(contents).containsOnlyOnce("](" + name + ")");
            }
        }
    }

    @Test
    void everyPlaceHasAPageThatNamesIt() {
        for (var section : Section.values()) {
            assertThat(GuidePage.of(section.place()).text()).as(section.title()).containsIgnoringCase(section.title());
        }
        for (var part : Place.SettingsPart.values()) {
            assertThat(GuidePage.of(new Place.Settings(part)).text())
                    .as(part.toString())
                    .contains("Settings");
        }
    }

    @Test
    void everyLinkLeadsSomewhereAndEveryPictureIsThereSmallAndNamed() throws IOException {
        var pictures = new TreeSet<String>();
        var pages = new ArrayList<>(pages());
        pages.add(REPOSITORY.resolve("README.md"));
        pages.add(Path.of("..", "docs", "architecture.md"));
        for (var page : pages) {
            Pattern.compile("\\]\\(([^()\\s#]+)[^()\\s]*\\)")
                    .matcher(text(page))
                    .results()
                    .map(link -> link.group(1))
                    .forEach(to -> {
                        if (!to.startsWith("https:")) {
                            var target = page.resolveSibling(to);
                            assertThat(target).as("%s links to it", page).exists();
                            if (to.startsWith("pictures/")) {
                                pictures.add(to.substring("pictures/".length()));
                                assertThat(target.toFile().length())
                                        .as("bytes of %s", to)
                                        .isLessThan(SMALL_BYTES);
                            }
                        }
                    });
        }
        try (Stream<Path> all = Files.list(GUIDE.resolve("pictures"))) {
            assertThat(all.map(path -> path.getFileName().toString()))
                    .as("no picture lies about that no page shows")
                    .containsExactlyInAnyOrderElementsOf(pictures);
        }
    }

    @Test
    void everyCommandOfTheReadmeIsToldOf() throws IOException {
        var commands = Pattern.compile("(?m)^\\| `breakwater ([a-z-]+)")
                .matcher(text(REPOSITORY.resolve("README.md")))
                .results()
                .map(row -> row.group(1))
                .distinct()
                .toList();
        assertThat(commands).hasSizeGreaterThan(8);
        var guide = pages().stream().map(GuideTest::text).reduce("", String::concat);
        assertThat(commands).allSatisfy(command -> assertThat(guide).contains("`" + command + "`"));
    }
}
