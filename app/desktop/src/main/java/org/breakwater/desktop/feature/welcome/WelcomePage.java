package org.breakwater.desktop.feature.welcome;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.breakwater.core.problem.Problem;
import org.breakwater.desktop.feature.welcome.WelcomeViewModel.Page;
import org.breakwater.desktop.kit.Banner;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Mark;
import org.breakwater.desktop.kit.Redrawn;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;

/// The window's first page: three ways to begin, and what the program stands for.
public final class WelcomePage {

    private static final double WIDTH = 980;
    private static final double MARK = 56;

    private final WelcomeViewModel model;
    private final Function<String, Optional<String>> chooseFile;
    private final Optional<Runnable> back;

    private final List<Problem> notices;

    private WelcomePage(
            WelcomeViewModel model,
            Function<String, Optional<String>> chooseFile,
            Optional<Runnable> back,
            List<Problem> notices) {
        this.model = model;
        this.chooseFile = chooseFile;
        this.back = back;
        this.notices = notices;
    }

    /// @param chooseFile asks for a file under a title, and answers with its path
    /// @param back to the network that is open, where one is
    /// @param notices what went wrong before
    public static Parent of(
            WelcomeViewModel model,
            Function<String, Optional<String>> chooseFile,
            Optional<Runnable> back,
            List<Problem> notices) {
        return new WelcomePage(model, chooseFile, back, notices).root();
    }

    private Parent root() {
        var column = new VBox(20, brand());
        notices.stream().map(WelcomePage::banner).forEach(column.getChildren()::add);
        column.getChildren().add(new Redrawn<>(model.page(), this::content));
        column.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        var scroll = new ScrollPane(Boxes.styled(new StackPane(column), "welcome"));
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return Boxes.styled(new StackPane(scroll), "welcome-page");
    }

    private static Node banner(Problem notice) {
        return new Banner(
                Severity.WARNING, Icon.ALERT, notice.happened(), (notice.meaning() + " " + notice.remedy()).strip());
    }

    private Node brand() {
        var words = new VBox(
                2,
                Words.hero("Breakwater"),
                Words.muted("Read, propose, review, sign, vote and stop, without trusting anyone's web page."));
        var row = Boxes.row(16, new Mark(MARK), words, Boxes.spacer());
        back.ifPresent(
                leave -> row.getChildren().add(Buttons.plain(Icon.ARROW_LEFT, "Back to the open network", leave)));
        return row;
    }

    private Node content(Page page) {
        return switch (page) {
            case CHOICES -> new VBox(28, choices(), principles());
            case CONNECT, READ -> new ConnectForm(model, page, chooseFile);
        };
    }

    private Node choices() {
        var local = Shown.focused(Buttons.primary("Start the local network", model::openLocal));
        local.setId("welcome-local");
        var connect = Buttons.plain("Enter endpoints…", () -> model.show(Page.CONNECT));
        connect.setId("welcome-connect");
        var read = Buttons.plain("Choose what to read…", () -> model.show(Page.READ));
        read.setId("welcome-read");
        var row = new HBox(
                16,
                card(
                        Icon.PLAY,
                        "Try the local network",
                        "A whole protocol on this machine, with two years of history. The way to learn the console.",
                        List.of(
                                "6 pools, some 1,940 policies, 41 claims",
                                "Everybody's keys, under Act as",
                                "Nothing leaves this machine",
                                "Begins anew at each start"),
                        local),
                card(
                        Icon.GLOBE,
                        "Connect to a deployment",
                        "The protocol on a chain, for signers and voters.",
                        List.of(
                                "Endpoints of your choice, compared",
                                "The deployment file",
                                "A Safe service and an address book, if you use them",
                                "Checked before it opens"),
                        connect),
                card(
                        Icon.EYE,
                        "Read only",
                        "The same deployment, at a console at which nobody signs.",
                        List.of(
                                "Every place, every check, every alert",
                                "No signer is opened",
                                "Nothing is sent",
                                "For monitors and screens on a wall"),
                        read));
        row.setFillHeight(true);
        return row;
    }

    private static Region card(Icon icon, String title, String words, List<String> points, Button act) {
        var list = new VBox(6);
        points.forEach(point -> list.getChildren()
                .add(Boxes.row(8, Icon.CHECK.at(Icon.Size.TAG, Tone.MUTED), Words.wrapped(Words.secondary(point)))));
        act.setMaxWidth(Double.MAX_VALUE);
        var gap = Boxes.spacer();
        VBox.setVgrow(gap, Priority.ALWAYS);
        var card = new VBox(
                10,
                Boxes.row(12, icon.at(Icon.Size.PANE, Tone.ACCENT), Words.section(title)),
                Words.wrapped(Words.body(words)),
                list,
                gap,
                act);
        card.setPrefWidth(WIDTH / 3);
        card.setMinWidth(0);
        HBox.setHgrow(card, Priority.ALWAYS);
        return Boxes.styled(card, "card-pane", "welcome-card");
    }

    private static Node principles() {
        var row = new HBox(
                principle(Icon.CODE, "Computed here", "What a transaction does comes from its bytes, on this machine."),
                principle(Icon.EYE, "You sign what you see", "Three hashes by two routes, compared with the chain."),
                principle(Icon.QUESTION, "Unknown is said", "A check that could not run is never shown as passed."),
                principle(Icon.KEY, "Keys stay put", "No key leaves the signer. No telemetry, no remote code."));
        Boxes.markLast(row);
        return Boxes.styled(row, "principles");
    }

    private static Region principle(Icon icon, String title, String words) {
        var name = Words.name(title);
        var box = new VBox(
                3, Boxes.row(8, icon.at(Icon.Size.BUTTON, Tone.MUTED), name), Words.wrapped(Words.secondary(words)));
        box.setAlignment(Pos.TOP_LEFT);
        box.setPrefWidth(WIDTH / 4);
        HBox.setHgrow(box, Priority.ALWAYS);
        return Boxes.styled(box, "principle");
    }
}
