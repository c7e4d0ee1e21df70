package org.breakwater.desktop.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.breakwater.adapters.cast.Cast;
import org.breakwater.core.deployment.DeployedContract;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.desktop.boot.OpenConsole;
import org.breakwater.desktop.fx.FxTest;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.navigation.PlaceText;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What every place draws is what `cast call` answers for the block the place names.
class FiguresTest extends FxTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "figures.md");
    private static final String LIST = "figures.txt";
    private static final int LEAST = 80;

    private static OpenConsole open;
    private static Cast cast;

    @BeforeAll
    @SuppressWarnings("NullAway.Init") // JUnit calls it before anything else
    static void open() throws ProblemException {
        open = OpenConsole.onTheWorld();
        cast = new Cast(
                open.network().node().address().toString(), open.known().block().number());
    }

    @AfterAll
    static void close() {
        open.close();
    }

    private static List<String> lines(String name) {
        try (var input = Objects.requireNonNull(FiguresTest.class.getResourceAsStream(name), name)) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Stream<Figure> figures() {
        return lines(LIST).stream()
                .flatMap(name -> lines(name).stream().skip(1))
                .filter(line -> !line.isBlank())
                .map(Figure::parse);
    }

    @Test
    void everyFigureIsWhatTheChainAnswers() {
        var wrong = new ArrayList<String>();
        for (var figure : figures().toList()) {
            open.go(figure.place());
            var drawn = drawn(figure.id());
            var answer = answer(figure.call());
            if (!Comparison.agrees(figure.written(), drawn, answer)) {
                wrong.add(PlaceText.print(figure.place()) + " #" + figure.id() + " draws “" + drawn
                        + "”, the chain has " + answer);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(figures().count()).isGreaterThanOrEqualTo(LEAST);
    }

    private static String drawn(String id) {
        await(() -> {
            var node = open.scene().lookup("#" + id);
            return node != null && !words(node).equals(Numbers.MISSING);
        });
        return onFx(() -> words(open.scene().lookup("#" + id)));
    }

    private static String words(Node node) {
        return switch (node) {
            case Text text -> text.getText();
            case Labeled labeled when !labeled.getText().isEmpty() -> labeled.getText();
            case Parent parent ->
                parent.getChildrenUnmodifiable().stream()
                        .map(FiguresTest::words)
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(" "));
            default -> "";
        };
    }

    private static String answer(Figure.Call call) {
        var contracts = open.network().deployment().contracts().stream()
                .filter(contract -> contract.name().equals(call.contract()))
                .toList();
        DeployedContract contract = contracts.get(Math.max(0, call.number() - 1));
        var answer = cast.call(
                contract.address().toString(),
                call.contract(),
                call.function(),
                call.arguments().toArray(String[]::new));
        var path = new ArrayList<>(call.path());
        var value = isItem(path) ? answer.at(Integer.parseInt(path.removeFirst())) : answer.only();
        for (var part : path) {
            value = part.matches("\\d+") ? value.item(Integer.parseInt(part)) : value.field(part);
        }
        return value.text();
    }

    /// A function with several answers is asked for one by its place.
    private static boolean isItem(List<String> path) {
        return !path.isEmpty() && path.getFirst().matches("\\d+");
    }

    @Test
    void theDocumentTellsEachFigureWithItsCall() throws IOException {
        var table = document();
        if (Boolean.getBoolean("breakwater.write")) {
            Files.writeString(DOCUMENT, table);
        }

        assertThat(Files.readString(DOCUMENT))
                .as("written anew with -Dbreakwater.write=true")
                .isEqualTo(table);
    }

    private static String document() {
        var text = new StringBuilder("""
            # Each number and the call that gives it

            `FiguresTest` goes to each place, reads the node, asks `cast call --block N` at the block the place names, and compares.
            Contracts are named as in the deployment file; `RiskPool#2` is the second pool; what follows the parentheses is the
            field of the answer.

            | place | figure | call |
            |---|---|---|
            """);
        figures()
                .forEach(figure -> text.append("| `%s` | %s | `%s` |%n"
                        .formatted(PlaceText.print(figure.place()), figure.name(), written(figure.call()))));
        return text.toString();
    }

    private static String written(Figure.Call call) {
        var number = call.number() == 0 ? "" : "#" + call.number();
        var path = call.path().stream().map(part -> "." + part).collect(Collectors.joining());
        return call.contract() + number + "." + call.function() + "(" + String.join(", ", call.arguments()) + ")"
                + path;
    }
}
