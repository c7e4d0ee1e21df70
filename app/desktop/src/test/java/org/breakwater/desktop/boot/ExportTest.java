package org.breakwater.desktop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javafx.scene.control.Button;
import javax.imageio.ImageIO;
import org.apache.commons.csv.CSVFormat;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.fx.SceneWalk;
import org.breakwater.desktop.navigation.Place;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every button that exports something, pressed: a file lands, and other programs can read it.
class ExportTest extends FxTest {

    private static final long SETTLING_MILLIS = 500;

    private static OpenConsole open;

    @TempDir
    private static Path folder;

    /// Where files went, by their suggested names.
    private final Map<String, Path> saved = new ConcurrentHashMap<>();

    @BeforeAll
    static void open() throws ProblemException {
        open = OpenConsole.onTheWorld();
    }

    @AfterAll
    static void close() {
        open.close();
    }

    private static List<Place> places() {
        var places = new ArrayList<Place>();
        places.add(new Place.Inbox());
        places.add(new Place.Pools());
        for (var part : Place.PoolPart.values()) {
            places.add(new Place.Pool(2, part));
        }
        places.add(new Place.Registry());
        for (var list : Place.PolicyList.values()) {
            places.add(new Place.Policies(list));
        }
        places.add(new Place.Claims());
        places.add(new Place.Incident(20));
        places.add(new Place.Council());
        places.add(new Place.Treasury());
        places.add(new Place.AddressBook());
        places.add(new Place.Activity(Place.ActivityPart.LOG));
        return places;
    }

    private static List<Button> exports() {
        return onFx(() -> SceneWalk.visible(open.scene()).stream()
                .filter(node -> node instanceof Button button
                        && String.valueOf(button.getAccessibleText()).startsWith("Export "))
                .map(Button.class::cast)
                .toList());
    }

    /// Charts are drawn from what is read after the place itself: waits until no further button comes.
    private static List<Button> settledExports() throws InterruptedException {
        var found = exports();
        while (true) {
            Thread.sleep(SETTLING_MILLIS);
            var next = exports();
            if (next.size() == found.size() && open.isIdle()) {
                return next;
            }
            found = next;
        }
    }

    @Test
    void everyTableAndEveryChartCanBeReadElsewhere() throws Exception {
        var kinds = new ArrayList<String>();
        for (var place : places()) {
            open.go(place);
            open.awaitContent();
            for (var export : settledExports()) {
                saved.clear();
                doOnFx(() -> open.console().files().choose(this::choose));
                doOnFx(export::fire);
                await(() -> saved.values().stream().anyMatch(Files::exists) && isIdle());
                for (var file : saved.entrySet()) {
                    kinds.add(read(place + ", " + export.getAccessibleText(), file.getKey(), file.getValue()));
                }
            }
        }
        assertThat(kinds.stream().filter("csv"::equals)).hasSizeGreaterThan(8);
        assertThat(kinds.stream().filter("png"::equals)).hasSizeGreaterThanOrEqualTo(3);
        assertThat(kinds.stream().filter("ics"::equals))
                .as("of the list, and of the date that is looked at")
                .hasSizeGreaterThanOrEqualTo(2);
    }

    private static boolean isIdle() {
        return open.isIdle();
    }

    private Optional<Path> choose(String suggested) {
        var path = folder.resolve(saved.size() + "-" + System.nanoTime() + "-" + suggested);
        saved.put(suggested, path);
        return Optional.of(path);
    }

    private static String read(String what, String suggested, Path file) throws Exception {
        if (suggested.endsWith(".png")) {
            var picture = ImageIO.read(file.toFile());
            assertThat(picture.getWidth()).as(what).isGreaterThan(100);
            assertThat(picture.getHeight()).as(what).isGreaterThan(50);
            return "png";
        }
        if (suggested.endsWith(".ics")) {
            assertThat(Files.readString(file))
                    .as(what)
                    .startsWith("BEGIN:VCALENDAR\r\n")
                    .contains("BEGIN:VEVENT\r\n")
                    .endsWith("END:VCALENDAR\r\n");
            return "ics";
        }
        assertThat(suggested).as(what).endsWith(".csv");
        var text = Files.readString(file);
        try (var rows = CSVFormat.RFC4180.parse(new StringReader(text))) {
            var lines = rows.getRecords();
            assertThat(lines).as(what).hasSizeGreaterThan(1);
            var columns = lines.getFirst().size();
            assertThat(columns).as(what).isGreaterThan(1);
            assertThat(lines).as(what).allMatch(line -> line.size() == columns);
        }
        return "csv";
    }
}
