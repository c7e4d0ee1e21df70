package org.breakwater.desktop.feature.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.breakwater.core.acting.Person;
import org.breakwater.core.exchange.SharedTransaction;
import org.breakwater.desktop.feature.review.ActionBarState.Offer;
import org.breakwater.desktop.feature.review.ReviewPage.Reviewed;
import org.breakwater.desktop.kit.Banner;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.Severity;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.SignerBar;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Place.SettingsPart;
import org.breakwater.desktop.place.HandOver;
import org.breakwater.desktop.place.Surroundings;

/// Under a review: what came of the last act, the step that the person is in, and the bar with the next act.
final class ActionArea extends VBox {

    private final Surroundings around;
    private final ActionsViewModel model;
    private final StackPane notice = new StackPane();
    private final StackPane panel = new StackPane();
    private final StackPane bar = new StackPane();

    ActionArea(Surroundings around, ActionsViewModel model) {
        this.around = around;
        this.model = model;
        getStyleClass().add("action-area");
        setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(notice, panel, bar);
        Shown.following(this, model.notice(), this::tell);
        Shown.following(this, model.step(), this::show);
        Shown.following(this, model.bar(), this::draw);
    }

    private void tell(Optional<Notice> told) {
        notice.getChildren()
                .setAll(told.filter(this::isNews).stream().map(this::banner).toList());
    }

    /// That it was executed stands on the page itself once the Safe has said so.
    private boolean isNews(Notice told) {
        return model.bar().get().isPresent() || told.severity() != Severity.PASSED;
    }

    private Node banner(Notice told) {
        var acts = told.canBeHandedInAgain() ? new Node[] {new Link("Hand in again", model::handIn)} : new Node[0];
        var banner = new Banner(told.severity(), told.severity().icon(), told.title(), told.words(), acts);
        banner.setId("action-notice");
        return Boxes.padded(new VBox(banner), 12, 20, 0, 20);
    }

    private void show(Step step) {
        var shown = model.reviewed().get().flatMap(reviewed -> panel(step, reviewed));
        panel.getChildren().setAll(shown.stream().toList());
        panel.setManaged(shown.isPresent());
        draw(model.bar().get());
    }

    private Optional<Node> panel(Step step, Reviewed reviewed) {
        return switch (step) {
            case Step.Idle _ -> Optional.empty();
            case Step.Settling _ -> Optional.of(new SettlingPanel(around, model, reviewed));
            case Step.Signing(var person) -> Optional.of(SigningPanel.of(model, reviewed, person));
            case Step.Allowing(var contracts) -> Optional.of(new AllowingPanel(around, model, contracts));
            case Step.Working working -> Optional.of(working(working));
            case Step.Paying paying -> Optional.of(PayingPanel.of(model, reviewed, paying));
            case Step.Raising(var person) -> Optional.of(raising(person));
        };
    }

    private Node raising(Person person) {
        var panel = new VBox(
                10,
                Words.strong(person.name() + " pays for it again, at a higher fee"),
                Unlock.of(model, person).before(Buttons.primary("Send again as " + person.name(), model::raise)));
        return Boxes.styled(panel, "action-panel");
    }

    private Node working(Step.Working working) {
        var line = Words.secondary(working.words() + "…");
        line.setId("action-working");
        var row = Boxes.row(12, line);
        if (working.canStop()) {
            var stop = new Link("Stop waiting", model::stopWaiting);
            stop.setId("action-stop-waiting");
            row.getChildren().add(stop);
        }
        return Boxes.styled(new VBox(row), "action-panel");
    }

    private void draw(Optional<ActionBarState> state) {
        tell(model.notice().get());
        bar.getChildren().setAll(state.stream().map(this::row).toList());
        setManaged(state.isPresent() || model.notice().get().isPresent());
    }

    private Node row(ActionBarState state) {
        var signers = new SignerBar(state.signers(), state.threshold(), state.next());
        signers.setId("review-signers");
        var stand = state.tone().on(Words.name(state.stand()));
        stand.setId("review-stand");
        var row = Boxes.row(12, signers, Boxes.spacer(), stand);
        model.sent()
                .filter(sent -> sent.isWaiting())
                .ifPresent(_ -> row.getChildren().add(Buttons.plain("Send again with a higher fee", model::raise)));
        rival().ifPresent(row.getChildren()::add);
        addSigner().ifPresent(row.getChildren()::add);
        policy().ifPresent(row.getChildren()::add);
        reject().ifPresent(row.getChildren()::add);
        row.getChildren().add(more(state));
        if (model.step().get() instanceof Step.Idle) {
            primary(state).ifPresent(row.getChildren()::add);
        }
        return Boxes.styled(row, "action-bar");
    }

    private Optional<Node> rival() {
        return model.reviewed()
                .get()
                .flatMap(reviewed -> reviewed.rivals().stream()
                        .findFirst()
                        .map(rival -> new Link(
                                "Review the other nonce "
                                        + reviewed.queued().transaction().nonce(),
                                () -> around.router()
                                        .go(new Place.SafeTransaction(
                                                reviewed.safe().address(), rival.hash())))));
    }

    /// Nobody signs here: where somebody is added.
    private Optional<Node> addSigner() {
        if (model.person().isPresent() || around.acting().watching().getValue()) {
            return Optional.empty();
        }
        var link = new Link("Add a signer", () -> around.router().go(new Place.Settings(SettingsPart.SIGNERS)));
        link.setId("action-add-signer");
        return Optional.of(link);
    }

    /// A block that rests on a list ends by a change of the person's policy, and by nothing that is done now.
    private Optional<Node> policy() {
        return model.reviewed()
                .get()
                .filter(reviewed -> !reviewed.review().allowable().isEmpty())
                .map(_ -> {
                    var link = new Link("Your policy…", model::askPolicy);
                    link.setId("action-policy");
                    return link;
                });
    }

    /// Whoever rejects a rejection wants the other one: its review is a link away.
    private Optional<Node> reject() {
        return model.reviewed()
                .get()
                .filter(reviewed -> !reviewed.isRejection())
                .map(reviewed -> {
                    var reject = Buttons.plain(
                            "Reject nonce " + reviewed.queued().transaction().nonce() + "…", model::reject);
                    reject.setId("action-reject");
                    return reject;
                });
    }

    private Node more(ActionBarState state) {
        var more = new MenuButton("Hand on");
        more.setId("action-more");
        more.setAccessibleText("Hand on"); // named before it is drawn for the first time
        more.getStyleClass().add("face");
        more.setMinWidth(Region.USE_PREF_SIZE);
        more.getItems().addAll(items(state));
        return more;
    }

    private List<MenuItem> items(ActionBarState state) {
        var items = new ArrayList<MenuItem>();
        items.add(item("action-save", "Save as a file…", this::save));
        items.add(item("action-copy", "Copy as text", this::copy));
        items.add(item("action-hand-in", "Hand in to the service", model::handIn));
        if (state.offer().filter(offer -> offer == Offer.SIGN).isPresent()
                && model.person().filter(Person::pays).isPresent()) {
            items.add(item("action-approve", "Approve on chain instead of signing…", () -> model.prepare(Way.APPROVE)));
        }
        model.nestedOwners()
                .forEach(owner -> items.add(item(
                        "action-approve-as-" + owner.name().toLowerCase(Locale.ROOT),
                        "Approve as the " + owner.name() + " Safe…",
                        () -> model.approveAs(owner))));
        return items;
    }

    private static MenuItem item(String id, String words, Runnable act) {
        var item = new MenuItem(words);
        item.setId(id);
        item.setOnAction(_ -> act.run());
        return item;
    }

    private void save() {
        handOn(shared -> handOver()
                .save(
                        shared,
                        "nonce-" + shared.subject().transaction().nonce() + "-"
                                + shared.hash().hash().toString().substring(2, 10)));
    }

    private void copy() {
        handOn(shared -> handOver().copy(shared));
    }

    private HandOver handOver() {
        return new HandOver(around.saving(), model::noteHandedOver);
    }

    private void handOn(Consumer<SharedTransaction> act) {
        model.handedOn().ifPresent(shared -> shared.then(act, model::refuse));
    }

    private Optional<Node> primary(ActionBarState state) {
        if (state.isBlocked()) {
            return Optional.empty();
        }
        var words = state.offer()
                .map(offer -> words(offer, state))
                .orElse(model.person().map(person -> "Sign as " + person.name()).orElse("Sign"));
        Button button = Buttons.primary(words, model::proceed);
        button.setId("action-primary");
        if (state.offer().isPresent()) {
            return Optional.of(button);
        }
        return Optional.of(Buttons.withReason(button, new ReadOnlyStringWrapper(state.missing())));
    }

    private String words(Offer offer, ActionBarState state) {
        var who = model.person().map(person -> " as " + person.name()).orElse("");
        return switch (offer) {
            case SETTLE -> state.open() == 1 ? "Settle it…" : "Settle them…";
            case SIGN -> "Sign" + who + "…";
            case EXECUTE -> "Execute" + who + "…";
        };
    }
}
