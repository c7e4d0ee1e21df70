package org.breakwater.desktop.feature.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.breakwater.core.protocol.SubjectStatus;
import org.breakwater.desktop.boot.OpenConsole;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.theme.Appearance.Scheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The risk registry as a person goes through it.
class RegistryScreenTest extends FxTest {

    private static OpenConsole open;

    @BeforeAll
    @SuppressWarnings("NullAway.Init") // JUnit calls it before anything else
    static void open() throws Exception {
        open = OpenConsole.onTheWorld();
    }

    @AfterAll
    static void close() {
        open.close();
    }

    private static void go(Place place) {
        open.go(place);
        open.awaitContent();
    }

    private static TableView<?> table() {
        return onFx(() -> (TableView<?>) open.scene().lookup(".density-list"));
    }

    private static List<RegistryRow> rows() {
        return onFx(
                () -> table().getItems().stream().map(RegistryRow.class::cast).toList());
    }

    private static void type(String character) {
        doOnFx(() -> open.scene()
                .getRoot()
                .fireEvent(new KeyEvent(
                        KeyEvent.KEY_TYPED, character, character, KeyCode.UNDEFINED, false, false, false, false)));
    }

    @Test
    void everySubjectIsThereAndTheLowestScoreComesFirst() {
        go(new Place.Registry());
        var scores = rows().stream().map(RegistryRow::score).toList();

        assertThat(scores).hasSize(open.known().view().subjects().size()).isSorted();
        assertThat(rows())
                .allSatisfy(row -> assertThat(row.parts().score())
                        .isEqualTo(row.inputs().attestedAt() == 0 ? row.parts().score() : row.score()));
    }

    @Test
    void theSlashLeadsToTheSearchThatNarrowsTheList() {
        go(new Place.Registry());

        type("/");
        var focused = onFx(() -> open.scene().getFocusOwner());
        assertThat(focused).isInstanceOf(TextField.class);
        doOnFx(() -> ((TextField) focused).setText("causeway"));

        assertThat(rows()).extracting(RegistryRow::name).contains("Causeway");
        assertThat(rows()).hasSizeLessThan(open.known().view().subjects().size());
        open.awaitWords(rows().size() + " of " + open.known().view().subjects().size());
    }

    @Test
    void aSubjectShowsItsScoreItsCoverAndWhatHappenedToIt() {
        var subject = open.known().view().subjects().stream()
                .filter(each -> each.subject().status() == SubjectStatus.LISTED)
                .findFirst()
                .orElseThrow();

        go(new Place.Subject(subject.subjectId()));

        open.awaitWords("Score " + Numbers.count(subject.scoreNow()));
        open.awaitWords("Listed by the DAO");
        var title = onFx(() -> ((Label) open.scene().lookup("#subject-title")).getText());
        assertThat(title).contains(":");
        var selected = onFx(() -> (RegistryRow) table().getSelectionModel().getSelectedItem());
        assertThat(selected.id()).isEqualTo(subject.subjectId());
    }

    @Test
    void aSubjectThatIsStoppedSaysWhyAndSinceWhen() {
        var stopped = open.known().view().subjects().stream()
                .filter(each -> each.subject().status() == SubjectStatus.SUSPENDED)
                .toList();
        assertThat(stopped).isNotEmpty();

        go(new Place.Subject(stopped.getFirst().subjectId()));

        open.awaitWords("The DAO can list it again");
        open.awaitWords("since ");
    }

    @Test
    void aSubjectThatDoesNotExistIsSaidToBeNone() {
        go(new Place.Subject(999));

        open.awaitWords("There is no subject 999.");
    }

    @Test
    void itIsDrawnInBothSchemesAndInTheSmallestWindow() throws Exception {
        var worst = open.known().view().subjects().stream()
                .filter(each -> each.subject().status() == SubjectStatus.SUSPENDED)
                .findFirst()
                .orElseThrow();
        go(new Place.Subject(worst.subjectId()));
        open.awaitWords("Attested by");
        for (var scheme : List.of(Scheme.LIGHT, Scheme.DARK)) {
            open.wear(scheme);
            open.picture("registry-" + scheme.name().toLowerCase(Locale.ROOT));
        }
        open.wear(Scheme.LIGHT);
        open.resize(1_100, 700);
        open.picture("registry-small");
        open.resize(1_440, 900);

        assertThat(open.words()).contains("Depends on");
    }
}
