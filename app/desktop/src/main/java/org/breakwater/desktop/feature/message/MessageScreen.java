package org.breakwater.desktop.feature.message;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.breakwater.core.acting.Person;
import org.breakwater.core.json.JsonPrinter;
import org.breakwater.core.safe.ServedMessage.Content;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Quotation;
import org.breakwater.desktop.feature.message.MessagePage.Found;
import org.breakwater.desktop.feature.message.MessageViewModel.Notice;
import org.breakwater.desktop.feature.message.MessageViewModel.Step;
import org.breakwater.desktop.fx.Subscriptions;
import org.breakwater.desktop.kit.Banner;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Card;
import org.breakwater.desktop.kit.HashCard;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.QuotedWords;
import org.breakwater.desktop.kit.Redrawn;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.SignerBar;
import org.breakwater.desktop.kit.StatePane;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Screen;
import org.breakwater.desktop.place.Surroundings;
import org.breakwater.desktop.place.Unlocking;

/// A message before it is signed in a Safe's name: what it says, in the words of whoever wrote it, what a signature
/// under it means, and the hashes that a device must show.
public final class MessageScreen implements Screen {

    private static final double HASHES = 440;
    private static final int MOST_SHOWN = 20_000;

    private final Surroundings around;
    private final MessageViewModel model;

    public MessageScreen(Address safe, Hash32 hash, Surroundings around) {
        this.around = around;
        this.model = new MessageViewModel(around.acting(), around.background(), safe, hash);
    }

    @Override
    public ObservableValue<List<String>> trail() {
        return new ReadOnlyObjectWrapper<>(List.of("Council", "Message"));
    }

    @Override
    public Node root() {
        return new StatePane<>(model.page(), around.now(), this::content);
    }

    @Override
    public void shown(Subscriptions until) {
        until.add(model.follow(around.known(), around.council()));
    }

    /// What it is drawn from: a block that changes nothing of it moves nothing.
    private Node content(ObservableValue<MessagePage> page) {
        return new Redrawn<>(page, this::drawn);
    }

    private Node drawn(MessagePage page) {
        return switch (page) {
            case MessagePage.Missing _ -> notice("No message of that hash waits for this Safe.");
            case MessagePage.Unread(var problem) -> notice(problem.toString());
            case Found found -> drawn(found);
        };
    }

    private Node notice(String sentence) {
        var notice = new VBox(
                8,
                Icon.COUNCIL.at(Icon.Size.PANE),
                Words.wrapped(Words.name(sentence)),
                new Link("Show the Safes", () -> around.router().go(new Place.Council())));
        notice.setAlignment(Pos.CENTER);
        return notice;
    }

    private Node drawn(Found found) {
        var left = new VBox(12, against(found), said(found), meaning());
        left.setMinWidth(0);
        var right = new VBox(12, hashes(found));
        right.setMinWidth(HASHES);
        right.setMaxWidth(HASHES);
        var scroll = new ScrollPane(Boxes.padded(new HBox(20, Boxes.growing(left), right), 14, 20, 20, 20));
        scroll.setFitToWidth(true);
        return new VBox(heading(found), Boxes.growing(scroll), area(found));
    }

    private Node heading(Found found) {
        var title = Words.title("A message in the name of the " + found.safe().name() + " Safe");
        title.setId("message-title");
        var stand = found.isComplete()
                ? "It has its signatures: it is said"
                : "It is said once " + found.safe().setup().threshold() + " owners have signed it";
        return Boxes.styled(
                new VBox(6, title, Boxes.row(12, around.chip(found.safe().address()), Words.secondary(stand))),
                "review-heading");
    }

    private Node said(Found found) {
        var served = found.message().served();
        var content = switch (served.content()) {
            case Content.Text(var text) -> new QuotedWords(text, Words.secondary("Their words, as they came."));
            case Content.Typed(var data, var json) -> typed(data.primaryType(), JsonPrinter.indented(json));
        };
        content.setId("message-content");
        var author = served.proposer()
                .<Node>map(by -> Boxes.row(8, Words.secondary("said to be handed in by"), around.chip(by)))
                .orElseGet(() -> Words.secondary("nobody is said to have handed it in"));
        return Card.of("What is said", new VBox(10, content, author));
    }

    private static Node typed(String type, String json) {
        var shown = json.length() <= MOST_SHOWN ? json : json.substring(0, MOST_SHOWN) + "…";
        var lines = new VBox();
        shown.lines().map(Quotation::plain).map(Words::mono).map(Words::wrapped).forEach(lines.getChildren()::add);
        return new VBox(8, Words.name("Typed data: " + Quotation.of(type)), Boxes.styled(lines, "quoted-words"));
    }

    /// What speaks against signing it, before what it says.
    private static Node against(Found found) {
        var banners = new VBox(10);
        if (!found.message().hasStatedHash()) {
            banners.getChildren()
                    .add(banner(
                            Severity.BLOCK,
                            "The service names the hash "
                                    + found.message().served().statedHash() + ".",
                            "This message hashes to another one. Do not sign it, here or in any other program."));
        }
        if (found.message().served().content() instanceof Content.Typed) {
            banners.getChildren()
                    .add(banner(
                            Severity.WARNING,
                            "Typed data can move money without a transaction.",
                            "A permit or an order is one. Read every field; what you do not understand, do not sign."));
        }
        if (found.doubtful() > 0) {
            banners.getChildren()
                    .add(banner(
                            Severity.WARNING,
                            found.doubtful() + " of its signatures count for nothing.",
                            "They are no owner's over this hash."));
        }
        banners.setManaged(!banners.getChildren().isEmpty());
        return banners;
    }

    private static Node meaning() {
        return Card.of(
                "What a signature means",
                Words.wrapped(
                        Words.body("With its signatures, whoever has them can show that the Safe said this. It has no"
                                + " nonce and never expires: it cannot be taken back, except by changing the"
                                + " owners.")));
    }

    private static Node banner(Severity severity, String title, String words) {
        return new Banner(severity, severity.icon(), title, words);
    }

    private Node hashes(Found found) {
        var hash = found.message().hash();
        var content = found.message().served().content().hash();
        var agrees = found.message().hasStatedHash();
        return new VBox(
                8,
                Words.section("Hashes your device must show"),
                new HashCard(List.of(
                        new HashCard.Entry("Domain hash", hash.domainHash(), "two routes agree", true),
                        new HashCard.Entry("Message hash", hash.messageHash(), "two routes agree", true),
                        new HashCard.Entry(
                                "safeMessageHash",
                                hash.hash(),
                                agrees ? "two routes and the service agree" : "the service says otherwise",
                                agrees),
                        new HashCard.Entry("Hash of what is said", content, "computed here", true))));
    }

    private Node area(Found found) {
        var notices = new StackPane();
        Shown.following(
                notices,
                model.notice(),
                told -> notices.getChildren()
                        .setAll(told.map(MessageScreen::banner).stream().toList()));
        var panel = new StackPane();
        Shown.following(
                panel,
                model.step(),
                step -> panel.getChildren().setAll(panel(step, found).stream().toList()));
        var bar = new StackPane();
        var drawn = model.step()
                .flatMap(step ->
                        model.notice().flatMap(_ -> model.person().map(_ -> new Bar(step, model.missing(found)))));
        Shown.following(bar, drawn, state -> bar.getChildren().setAll(bar(state, found)));
        var area = Boxes.styled(new VBox(notices, panel, bar), "action-area");
        area.setMinHeight(Region.USE_PREF_SIZE);
        return area;
    }

    private static Node banner(Notice told) {
        var banner = new Banner(told.severity(), told.severity().icon(), told.title(), told.words());
        banner.setId("message-notice");
        return Boxes.padded(new VBox(banner), 12, 20, 12, 20);
    }

    private Optional<Node> panel(Step step, Found found) {
        return switch (step) {
            case Step.Idle _ -> Optional.empty();
            case Step.Working(var words) ->
                Optional.of(Boxes.styled(new VBox(Words.secondary(words + "…")), "action-panel"));
            case Step.Signing(var person) -> Optional.of(signing(person, found));
        };
    }

    private Node signing(Person person, Found found) {
        var act = Buttons.primary("Sign the message as " + person.name(), () -> model.sign(found));
        act.setId("message-sign");
        var unlocking = new Unlocking(
                model.isLocked(), model.stillLocked(), passphrase -> model.unlock(found, passphrase), model::cancel);
        return Boxes.styled(
                new VBox(
                        10,
                        Words.wrapped(Words.body(person.name() + " signs with "
                                + person.means().words()
                                + ". Compare the hashes at the right with a second machine, or with what your device"
                                + " shows, group by group.")),
                        unlocking.before(act)),
                "action-panel");
    }

    /// What the bar is drawn from.
    private record Bar(Step step, String missing) {}

    private Node bar(Bar state, Found found) {
        var next = state.missing().isEmpty() ? SignerBar.Next.YOU : SignerBar.Next.OTHERS;
        var signers = new SignerBar(
                found.signers().stream().map(around::name).toList(),
                found.safe().setup().threshold(),
                next);
        signers.setId("message-signers");
        var row = Boxes.row(12, signers, Boxes.spacer());
        if (state.step() instanceof Step.Idle) {
            row.getChildren().add(primary(state.missing()));
        }
        return Boxes.styled(row, "action-bar");
    }

    private Node primary(String missing) {
        var name = model.person().get().map(person -> " as " + person.name()).orElse("");
        var button = Buttons.primary("Sign" + name + "…", model::proceed);
        button.setId("message-primary");
        return missing.isEmpty() ? button : Buttons.withReason(button, new ReadOnlyStringWrapper(missing));
    }
}
