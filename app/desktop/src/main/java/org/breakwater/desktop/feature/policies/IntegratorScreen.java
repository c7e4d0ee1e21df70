package org.breakwater.desktop.feature.policies;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.breakwater.core.keeping.DueAction;
import org.breakwater.core.projection.view.AccountCoverView;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.rule.PremiumSchedule;
import org.breakwater.core.rule.PrepaidBalance;
import org.breakwater.core.value.Address;
import org.breakwater.desktop.command.Command;
import org.breakwater.desktop.command.Command.Group;
import org.breakwater.desktop.event.EventNames;
import org.breakwater.desktop.event.EventSentence;
import org.breakwater.desktop.fx.Subscriptions;
import org.breakwater.desktop.kit.AddressChip;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Buttons;
import org.breakwater.desktop.kit.Card;
import org.breakwater.desktop.kit.ExportLink;
import org.breakwater.desktop.kit.FactGrid;
import org.breakwater.desktop.kit.Field;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.Redrawn;
import org.breakwater.desktop.kit.Shown;
import org.breakwater.desktop.kit.StatePane;
import org.breakwater.desktop.kit.Tag;
import org.breakwater.desktop.kit.Timeline;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.kit.table.Column;
import org.breakwater.desktop.kit.table.DataTable;
import org.breakwater.desktop.kit.table.Density;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Place.PolicyList;
import org.breakwater.desktop.navigation.Place.PoolPart;
import org.breakwater.desktop.navigation.Screen;
import org.breakwater.desktop.place.ActArea;
import org.breakwater.desktop.place.ActViewModel;
import org.breakwater.desktop.place.BlockBadge;
import org.breakwater.desktop.place.Derived;
import org.breakwater.desktop.place.Surroundings;

/// One integrator: what it is admitted for, until when its cover is paid, whom it covers, and what happened. Whoever
/// acts can pay ahead from here, and do what is due.
public final class IntegratorScreen implements Screen {

    private static final double NAMES = 132;
    private static final double FIELD = 300;
    private static final double CARD = 480;
    private static final double LISTED = 10 * 28 + 31;
    private static final long DAY = 86_400;
    private static final long YEAR = 365 * DAY;

    private final Address integrator;
    private final Surroundings around;
    private final IntegratorViewModel model;
    private final Derived<Optional<IntegratorPage>> page;

    public IntegratorScreen(Address integrator, Surroundings around) {
        this.integrator = integrator;
        this.around = around;
        this.model = new IntegratorViewModel(new ActViewModel(around.acting(), around.background(), () -> {}));
        this.page = new Derived<>(around.background(), known -> IntegratorPage.of(known, integrator, around));
    }

    @Override
    public ObservableValue<List<String>> trail() {
        return new ReadOnlyObjectWrapper<>(List.of("Policies", "Integrators", around.name(integrator)));
    }

    @Override
    public Node root() {
        return new StatePane<>(page.value(), around.now(), this::content);
    }

    @Override
    public void shown(Subscriptions until) {
        until.add(page.follow(around.known()));
        until.add(around.commands()
                .add(Command.always(
                                "integrator.top-up", Group.DO, Icon.MONEY, "Prepay for this integrator…", model::write)
                        .alsoFoundBy("top up", "premium", "prepaid")));
    }

    private Node content(ObservableValue<Optional<IntegratorPage>> read) {
        var is = read.map(Optional::isPresent);
        return new Redrawn<>(is, found -> found ? page(read.map(Optional::orElseThrow)) : nobody());
    }

    private Node nobody() {
        var notice = new VBox(
                8,
                Icon.COUNCIL.at(Icon.Size.PANE),
                Words.strong("No integrator has this address."),
                around.chip(integrator),
                Buttons.plain(
                        "Show all integrators", () -> around.router().go(new Place.Policies(PolicyList.INTEGRATORS))));
        return Boxes.padded(notice, 20, 20, 20, 20);
    }

    private Node page(ObservableValue<IntegratorPage> read) {
        var cards =
                new HBox(12, growing(new Redrawn<>(read, this::paying)), growing(new Redrawn<>(read, this::admitted)));
        var body = new VBox(14, cards, accounts(read), new Redrawn<>(read, this::history));
        Shown.following(body, read, model::know);
        var scroll = new ScrollPane(Boxes.styled(body, "page"));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return new VBox(
                heading(read),
                Boxes.growing(Boxes.styled(scroll, "plain-scroll")),
                ActArea.of(around, model.act(), _ -> form(), model.page(), this::bar));
    }

    private static Region growing(Region region) {
        HBox.setHgrow(region, Priority.ALWAYS);
        region.setPrefWidth(CARD);
        return region;
    }

    private Node heading(ObservableValue<IntegratorPage> read) {
        var sentence = Words.muted("");
        sentence.setId("integrator-sentence");
        Shown.following(sentence, read, now -> sentence.setText(sentence(now)));
        var heading = Boxes.row(
                12,
                Words.title(around.name(integrator)),
                sentence,
                Boxes.spacer(),
                BlockBadge.of(read.map(IntegratorPage::block), around.now()));
        return Boxes.styled(heading, "page-heading");
    }

    private static String sentence(IntegratorPage page) {
        var covered = page.accounts().stream()
                .filter(account -> account.insured().signum() > 0)
                .count();
        return page.view().state().active()
                ? "Covers " + Numbers.count(covered) + (covered == 1 ? " account" : " accounts") + " for "
                        + written(page.view().state().insured()) + " on " + page.subject()
                : "Closed: it covers nobody any more";
    }

    // ── what is prepaid ────────────────────────────────────────────────────────────────────────────────────────────

    private Card paying(IntegratorPage page) {
        var state = page.view().state();
        var left = Words.hero(written(page.left()));
        left.setId("integrator-left");
        var until = Words.wrapped(Words.body(until(page)));
        until.setId("integrator-until");
        var grid = FactGrid.of(NAMES)
                .add("Premium", perSecond(state.ratePerSecond()) + " a second")
                .add("A day", written(over(state.ratePerSecond(), DAY)))
                .add("A year", written(over(state.ratePerSecond(), YEAR)))
                .add(
                        "Seven days",
                        written(PrepaidBalance.reserve(state.ratePerSecond())) + ", which an increase must leave")
                .add("Charged to", Times.dateAndTime(Instant.ofEpochSecond(state.settledAt())) + " UTC");
        return Card.of("Prepaid", new VBox(8, left, Boxes.row(8, standing(page), until), grid));
    }

    private static Tag standing(IntegratorPage page) {
        var until = page.view().fundedUntil();
        if (!page.view().state().active()) {
            return new Tag(Tag.Look.DASHED, Icon.MINUS, "Closed");
        }
        if (until >= PrepaidBalance.NEVER) {
            return new Tag(Tag.Look.NEUTRAL, Icon.CLOCK, "Nothing runs");
        }
        return until <= page.time()
                ? new Tag(Tag.Look.WARNING, Icon.ALERT, "Not funded")
                : new Tag(Tag.Look.NEUTRAL, Icon.CHECK, "Funded");
    }

    private static String until(IntegratorPage page) {
        var until = page.view().fundedUntil();
        if (!page.view().state().active()) {
            return "What was left went back to the integrator.";
        }
        if (until >= PrepaidBalance.NEVER) {
            return "No account is covered, so that nothing is used.";
        }
        if (until <= page.time()) {
            return until == 0
                    ? "It was never paid ahead: nothing is in force."
                    : "Used up on " + dated(until) + ": nothing is in force from there on.";
        }
        return "Lasts until " + dated(until) + ", " + Times.duration(Duration.ofSeconds(until - page.time()))
                + " at the premium of now.";
    }

    private static String dated(long seconds) {
        return Times.dateAndTime(Instant.ofEpochSecond(seconds)) + " UTC";
    }

    /// Rounded up, as a due.
    private static BigInteger over(BigInteger ratePerSecond, long seconds) {
        return new BigDecimal(ratePerSecond.multiply(BigInteger.valueOf(seconds)))
                .divide(new BigDecimal(PremiumSchedule.SCALE), 0, RoundingMode.UP)
                .toBigInteger();
    }

    /// With eight digits after the point: a second costs less than the asset's smallest unit.
    private static String perSecond(BigInteger ratePerSecond) {
        return new BigDecimal(ratePerSecond, 18 + SettlementAsset.DECIMALS)
                        .setScale(8, RoundingMode.UP)
                        .toPlainString()
                + Numbers.NO_BREAK
                + SettlementAsset.SYMBOL;
    }

    // ── what it is admitted for ────────────────────────────────────────────────────────────────────────────────────

    private Card admitted(IntegratorPage page) {
        var state = page.view().state();
        var subject = new Link(page.subject(), () -> around.router().go(new Place.Subject(state.subjectId())));
        var pool = new Link(page.pool(), () -> around.router().go(new Place.Pool(state.poolId(), PoolPart.OVERVIEW)));
        var hash = Words.mono(state.metadataHash().toString().substring(0, 14) + "…");
        hash.setTooltip(new Tooltip(state.metadataHash().toString()));
        var grid = FactGrid.of(NAMES)
                .add("Address", around.chip(integrator))
                .add("Covers losses of", subject)
                .add("Pays from", pool)
                .add("Who is covered", PolicyWords.of(state.enrolment()))
                .add("Waiting period", Times.duration(Duration.ofSeconds(state.waiting())))
                .add("Insured", written(state.insured()))
                .add("Capital locked", identified("integrator-locked", Words.body(written(page.locked()))))
                .add("Paid to accounts", written(page.paid()))
                .add("What it is", around.texts().body(state.metadataHash()).orElse("its text is not at hand"))
                .add("Hash of that", hash);
        return Card.of("Admitted", grid);
    }

    private static Label identified(String id, Label label) {
        label.setId(id);
        return label;
    }

    // ── whom it covers ─────────────────────────────────────────────────────────────────────────────────────────────

    private Card accounts(ObservableValue<IntegratorPage> read) {
        List<Column<AccountCoverView>> columns = List.of(
                Column.<AccountCoverView>drawn(
                                "Account",
                                220,
                                view -> view.account().toString(),
                                view -> AddressChip.byName(around.label(view.account())))
                        .sortedBy(Comparator.comparing(AccountCoverView::account))
                        .growing(),
                amount("Insured, " + SettlementAsset.SYMBOL, AccountCoverView::insured),
                amount("Reported", AccountCoverView::reported),
                amount("Paid", AccountCoverView::paid),
                amount("Premium a year", view -> over(view.ratePerSecond(), YEAR)),
                Column.<AccountCoverView>words(
                                "Since",
                                110,
                                view -> view.since() == 0
                                        ? Numbers.MISSING
                                        : Times.date(Instant.ofEpochSecond(view.since())))
                        .sortedBy(Comparator.comparingLong(AccountCoverView::since)),
                Column.<AccountCoverView>drawn("Status", 116, view -> word(view), view -> tag(view))
                        .sortedBy(Comparator.comparing(IntegratorScreen::word)));
        var table = new DataTable<>("Covered accounts", Density.CARD, columns, FXCollections.observableArrayList());
        table.setPrefHeight(LISTED);
        table.setMinHeight(LISTED);
        var count = Words.secondary("");
        count.setId("integrator-accounts");
        Shown.following(table, read, now -> {
            table.renew(now.accounts(), AccountCoverView::coverId);
            count.setText(Numbers.count(now.accounts().size()));
        });
        return Card.flush(
                "Accounts",
                table,
                count,
                ExportLink.csv(
                        "the accounts of this integrator",
                        () -> around.saving()
                                .save("accounts.csv", () -> table.csv().getBytes(StandardCharsets.UTF_8))));
    }

    private static Column<AccountCoverView> amount(String head, Function<AccountCoverView, BigInteger> units) {
        return Column.amount(head, 122, Rounding.HELD, view -> Optional.of(SettlementAsset.amount(units.apply(view))));
    }

    private static String word(AccountCoverView view) {
        return view.insured().signum() == 0 ? "Not covered" : view.funded() ? "Covered" : "Not funded";
    }

    private static Tag tag(AccountCoverView view) {
        return view.insured().signum() == 0
                ? new Tag(Tag.Look.DASHED, Icon.MINUS, word(view))
                : view.funded()
                        ? new Tag(Tag.Look.NEUTRAL, Icon.CHECK, word(view))
                        : new Tag(Tag.Look.WARNING, Icon.ALERT, word(view));
    }

    // ── what happened ──────────────────────────────────────────────────────────────────────────────────────────────

    private Node history(IntegratorPage page) {
        return around.known()
                .getValue()
                .read()
                .<Node>map(known -> {
                    var sentence = new EventSentence(EventNames.of(known, around::name, around.texts()));
                    var events = page.history().stream()
                            .map(logged -> new Timeline.Event(
                                    Icon.BLOCK,
                                    Tone.MUTED,
                                    sentence.of(logged),
                                    "block " + Numbers.count(logged.block().number()),
                                    Times.date(logged.block().time())))
                            .toList();
                    var words = page.unread()
                            .map(Object::toString)
                            .orElse(
                                    events.size() == IntegratorPage.MOST_EVENTS
                                            ? "the newest " + Numbers.count(events.size()) + "; all stand in Activity"
                                            : Numbers.count(events.size()));
                    return Card.of("What happened", new Timeline(events, Optional.empty()), Words.secondary(words));
                })
                .orElseGet(VBox::new);
    }

    // ── acts ───────────────────────────────────────────────────────────────────────────────────────────────────────

    private Optional<Node> bar(IntegratorPage page) {
        if (!page.view().state().active() && page.due().isEmpty()) {
            return Optional.empty();
        }
        var bar = Boxes.row(8, Words.secondary(until(page)), Boxes.spacer());
        page.due().forEach(action -> bar.getChildren().add(due(action)));
        if (page.view().state().active()) {
            var top = Buttons.plain("Top up…", model::write);
            top.setId("integrator-top-up");
            bar.getChildren().add(top);
        }
        return Optional.of(bar);
    }

    private Node due(DueAction action) {
        var button = Buttons.plain(words(action) + "…", () -> model.doNow(action));
        button.setId("integrator-due-"
                + action.due().task().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        button.setTooltip(new Tooltip(action.why()));
        return button;
    }

    private static String words(DueAction action) {
        return switch (action.due().task()) {
            case TOP_UP_INTEGRATOR -> "Have it pay its cover";
            case SETTLE_PREMIUM -> "Settle its premium";
            case LAPSE_COVER -> "Lapse unpaid cover";
            case RELEASE_COVER -> "Release its capital";
            default -> action.what();
        };
    }

    private Node form() {
        var hint = model.amount()
                .flatMap(typed -> model.page().map(now -> now.map(read -> IntegratorViewModel.effect(read, typed))));
        var amount = new Field("Amount", SettlementAsset.SYMBOL, hint);
        amount.input().setId("top-up-amount");
        amount.input().textProperty().bindBidirectional(model.amount());
        amount.setMaxWidth(FIELD);
        amount.setMinWidth(FIELD);
        var allow = Buttons.plain("Let it be taken…", model::allow);
        allow.setId("top-up-allow");
        var pay = Buttons.primary("Read back the payment…", model::topUp);
        pay.setId("top-up-read-back");
        return new VBox(
                10,
                Words.strong("Prepay for " + around.name(integrator)),
                Words.wrapped(
                        Words.secondary("AccountCover takes it from whoever acts, who lets it be taken first. What is"
                            + " prepaid is used by the second; the integrator alone can take out what is left. A gap"
                            + " before it stays a gap.")),
                amount,
                Boxes.row(8, allow, pay, Buttons.plain("Cancel", model.act()::cancel)));
    }

    private static String written(BigInteger units) {
        return IntegratorViewModel.written(units);
    }
}
