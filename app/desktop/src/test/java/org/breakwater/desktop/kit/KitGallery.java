package org.breakwater.desktop.kit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BlockRef;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Loadable;
import org.breakwater.core.value.TokenAmount;
import org.breakwater.desktop.kit.AddressLabel.LookAlike;
import org.breakwater.desktop.kit.Choices.Choice;
import org.breakwater.desktop.kit.DiffRow.Direction;
import org.breakwater.desktop.kit.Field.Hint;
import org.breakwater.desktop.kit.FreshnessBadge.Freshness;
import org.breakwater.desktop.kit.QuorumBar.Counted;
import org.breakwater.desktop.kit.SignerBar.Next;
import org.breakwater.desktop.kit.StateStepper.Progress;
import org.breakwater.desktop.kit.StateStepper.Step;
import org.breakwater.desktop.kit.chart.LiquidityLadder;
import org.breakwater.desktop.kit.chart.LiquidityLadder.Rung;
import org.breakwater.desktop.l10n.Numbers.Rounding;

/// Every control in its states, on one page of 1440 × 900, laid out as the design's sheet of controls is.
final class KitGallery {

    static final double WIDTH = 1440;
    static final double HEIGHT = 900;

    private static final Address ESCROW = Address.parse("0x9e2ef57e17eb8f322037d494c249a9b67c2f5352");
    private static final Address LOOK_ALIKE = Address.parse("0x9e2e8b4f5a959ee996e76fde637fba61288d5352");
    private static final Address UNKNOWN = Address.parse("0x6dfca3fe5cc2b3b7d54f7b7c8a05e8f1a35aa024");
    private static final Instant NOW = Instant.parse("2026-11-21T14:02:00Z");
    private static final BlockRef BLOCK = new BlockRef(182_416, Hash32.ZERO, NOW);
    private static final BlockRef OLD_BLOCK = new BlockRef(182_356, Hash32.ZERO, NOW.minusSeconds(730));

    private final ObservableValue<Instant> now = new SimpleObjectProperty<>(NOW);
    final Button focused = button("Export");

    Parent root() {
        var page = new Pane();
        var hairline = Boxes.styled(new Region(), "hairline", NetworkKind.LOCAL.styleClass());
        place(page, hairline, 0, 0, WIDTH);
        place(page, heading(), 20, 14, 1400);
        place(page, column(severity(), addressChip(), amountLabel(), freshness()), 20, 48, 404);
        place(page, column(signerBar(), quorumBar(), stepper(), diffRow(), ladder()), 436, 48, 330);
        place(page, column(checkRow(), hashCard(), timeline(), hairlines()), 778, 48, 346);
        place(page, column(buttons(), fields(), tableRows(), segments(), problemBar()), 1136, 48, 284);
        var states = new HBox(12, idle(), loading(), empty(), stale(), failed());
        states.setMinWidth(1400);
        states.setPrefWidth(1400);
        place(page, states, 20, 724, 1400);
        page.setPrefSize(WIDTH, HEIGHT);
        return page;
    }

    private static void place(Pane page, Region part, double x, double y, double width) {
        part.setMinWidth(width);
        part.setPrefWidth(width);
        part.setMaxWidth(width);
        part.relocate(x, y);
        page.getChildren().add(part);
    }

    private static HBox heading() {
        return Boxes.row(12, new Mark(22), Words.title("Controls"), Words.muted("every domain control in its states"));
    }

    private static VBox column(Node... samples) {
        return new VBox(9, samples);
    }

    private static VBox sample(String name, String note, Node... parts) {
        var sample = new VBox(Boxes.row(8, Words.strong(name), Boxes.spacer(), small(note)));
        sample.getChildren().addAll(parts);
        sample.setStyle("-fx-padding: 8px 14px 9px 14px; -fx-spacing: 5px;");
        return Boxes.styled(sample, "card-pane");
    }

    private static Node small(String words) {
        return Boxes.styled(Words.caption(words), "small");
    }

    private static HBox line(Node node, String note) {
        var line = Boxes.row(0, node, Boxes.spacer(), small(note));
        line.setMinHeight(21);
        return line;
    }

    private static Node severity() {
        var rows = new VBox(6);
        for (var severity : List.of(Severity.values()).reversed()) {
            var tag = new HBox(new SeverityTag(severity));
            tag.setMinWidth(112);
            rows.getChildren().add(Boxes.row(0, tag, Words.secondary(meaning(severity))));
        }
        return sample("Severity", "", rows);
    }

    private static String meaning(Severity severity) {
        return switch (severity) {
            case BLOCK -> "cannot be signed";
            case HOLD -> "settle it before signing";
            case COULD_NOT_RUN -> "never counted as a pass";
            case WARNING -> "tick that you have read it";
            case NOTE -> "worth knowing";
            case PASSED -> "ran here and holds";
        };
    }

    private static Node addressChip() {
        return sample(
                "AddressChip",
                "third: in full, C copies",
                line(new AddressChip(AddressLabel.named(ESCROW, "Audit escrow")), "name from your book"),
                line(new AddressChip(AddressLabel.unknown(UNKNOWN)), "not in your book"),
                line(AddressChip.inFull(AddressLabel.unknown(ESCROW)), ""),
                line(
                        new AddressChip(new AddressLabel(
                                LOOK_ALIKE, Optional.empty(), Optional.of(new LookAlike(ESCROW, "Audit escrow")))),
                        ""));
    }

    private static Node amountLabel() {
        return sample(
                "AmountLabel",
                "",
                line(AmountLabel.of(usdc("12406880100000"), Rounding.HELD), "default"),
                line(AmountLabel.less(usdc("9320000000"), Rounding.HELD), "minus sign U+2212"),
                line(AmountLabel.missing("USDC"), "missing, never 0"),
                line(
                        AmountLabel.latePrice(
                                new BigDecimal("1.0374"),
                                "USD",
                                new Freshness.Late(Duration.ofMinutes(86), Duration.ofMinutes(66))),
                        "stale"));
    }

    private static Node freshness() {
        return sample(
                "FreshnessBadge and DeadlineChip",
                "",
                Boxes.row(
                        8,
                        new FreshnessBadge(new Freshness.AtBlock(182_416, Duration.ofSeconds(4))),
                        new FreshnessBadge(new Freshness.Aged(Duration.ofMinutes(372))),
                        new FreshnessBadge(new Freshness.Late(Duration.ofMinutes(86), Duration.ofMinutes(66))),
                        new FreshnessBadge(new Freshness.NoAnswer())),
                Boxes.row(
                        6,
                        new DeadlineChip(Duration.ofHours(67)),
                        new DeadlineChip(Duration.ofMinutes(19 * 60 + 12)),
                        new DeadlineChip(Duration.ofMinutes(41)),
                        new DeadlineChip(Duration.ZERO)));
    }

    private static Node signerBar() {
        return sample(
                "SignerBar",
                "",
                new SignerBar(List.of("Treasury desk", "Claims lead"), 4, Next.YOU),
                new SignerBar(List.of("A", "B", "C", "D"), 4, Next.OTHERS),
                new SignerBar(List.of("A"), 4, Next.NOBODY));
    }

    private static Node quorumBar() {
        return sample(
                "QuorumBar",
                "",
                QuorumBar.full(
                        List.of(
                                new Counted("for", BigInteger.valueOf(2_412_000)),
                                new Counted("abstain", BigInteger.valueOf(129_800))),
                        BigInteger.valueOf(4_000_000)));
    }

    private static Node stepper() {
        return sample(
                "StateStepper",
                "",
                StateStepper.inLine(List.of(
                        new Step("Pending", Progress.DONE),
                        new Step("Active", Progress.NOW),
                        new Step("Executed", Progress.AHEAD))),
                StateStepper.inLine(List.of(
                        new Step("Pending", Progress.DONE),
                        new Step("Active", Progress.DONE),
                        new Step("Quorum missed", Progress.FAILED))));
    }

    private static Node diffRow() {
        return sample(
                "DiffRow, old to new",
                "",
                new DiffRow("5.00 %", "4.00 %", Direction.TIGHTENS, "at once"),
                new DiffRow("25.00 %", "27.50 %", Direction.LOOSENS, "waits 72 h"),
                new DiffRow("0.9950", "0.9975", new SeverityTag(Severity.HOLD, "Clashes with 16")),
                DiffRow.unchanged("10.00 %"));
    }

    private static Node ladder() {
        return sample("LiquidityLadder", "filled: liquid, outline: due", LiquidityLadder.small(rungs()));
    }

    static List<Rung> rungs() {
        return List.of(
                rung("now", "230000", "4914600"),
                rung("1 d", "870000", "4914600", "1780400"),
                rung("7 d", "1420000", "4914600", "1780400"),
                rung("30 d", "3105900", "4914600", "1780400", "1150000"),
                rung("90 d", "4020000", "4914600", "1780400", "1150000", "1365000"));
    }

    private static Rung rung(String within, String due, String... liquid) {
        return new Rung(within, List.of(liquid).stream().map(BigDecimal::new).toList(), new BigDecimal(due));
    }

    private static Node checkRow() {
        return sample(
                "CheckRow",
                "",
                new CheckList(List.of(
                        Check.of(Severity.PASSED, "Hash routes and chain agree", ""),
                        Check.of(Severity.COULD_NOT_RUN, "Simulation", "Endpoint 2 refused."),
                        Check.of(Severity.HOLD, "Call 2 pays a look-alike", "Same ends as Audit escrow."))));
    }

    private static Node hashCard() {
        return sample(
                "HashCard",
                "first and last 8 digits strong",
                new HashCard(List.of(
                        new HashCard.Entry(
                                "Domain hash",
                                Hash32.fromHex("0x3a58537d31f4a46b9c5c6a2ddb676f31f2425af205dee7e347db6fd30a7113c2"),
                                "two routes agree",
                                true),
                        new HashCard.Entry(
                                "Message hash",
                                Hash32.fromHex("0xec0900e3172e9e94d79ca1fe1625b72935b88cbe92bfaa98eac55c2c4e0f0c6e"),
                                "two routes agree",
                                true),
                        new HashCard.Entry(
                                "safeTxHash",
                                Hash32.fromHex("0x09204dfd9da9d756b76555566d96abc6df031979227b9780e20d3011037c42d9"),
                                "routes, chain agree",
                                true))));
    }

    private static Node timeline() {
        return sample(
                "Timeline and cut-off",
                "",
                new Timeline(
                        List.of(
                                new Timeline.Event(
                                        Icon.FILE_TEXT,
                                        Tone.MUTED,
                                        "Late evidence by the operator",
                                        "",
                                        "21 Nov 11:05"),
                                new Timeline.Event(
                                        Icon.FILE, Tone.MUTED, "Loss calculation filed", "", "19 Nov 16:20")),
                        Optional.of(new Timeline.CutOff("Evidence closed 20 Nov, 09:30 UTC", 1))));
    }

    private static Node hairlines() {
        var first = Boxes.row(14, network(NetworkKind.LIVE, "live, calm"), network(NetworkKind.TEST, "test network"));
        var second = Boxes.row(14, network(NetworkKind.LOCAL, "local network"), network(NetworkKind.DRILL, "drill"));
        return sample("Network hairline", "", first, second);
    }

    private static Node network(NetworkKind kind, String words) {
        var hairline = Boxes.styled(new Region(), "hairline", kind.styleClass());
        hairline.setMinWidth(52);
        hairline.setMaxWidth(52);
        var row = Boxes.row(8, hairline, Tone.DEFAULT.on(Words.secondary(words)));
        row.setMinWidth(150);
        return row;
    }

    private Node buttons() {
        return sample(
                "Buttons",
                "Export has the focus",
                Boxes.row(
                        8, Buttons.primary("Sign", () -> {}), focused, Buttons.danger(Icon.PAUSE, "Pause…", () -> {})),
                Buttons.withReason(button("Execute"), new ReadOnlyObjectWrapper<>("1 signature missing")));
    }

    private static Button button(String words) {
        return Buttons.plain(words, () -> {});
    }

    private static Node fields() {
        var limits = new Field("Incident cap", "%", constant(Hint.limits("36.00 to 44.00, step at most 4.00 pp")));
        limits.input().setText("36.00");
        var wrong = new Field("Incident cap", "%", constant(Hint.error("Step too large: use 36.00 % or more")));
        wrong.input().setText("35.00");
        return sample("Fields", "", limits, wrong);
    }

    private static ObservableValue<Optional<Hint>> constant(Hint hint) {
        return new SimpleObjectProperty<>(Optional.of(hint));
    }

    private static Node tableRows() {
        return sample("Filters", "", chips());
    }

    private static Node chips() {
        return Boxes.row(
                6,
                new FilterChip<>("Pool", List.of(), Optional.of(new FilterChip.Value<>(1, "Bridge")), _ -> {}),
                new FilterChip<Integer>("Kind", List.of(), Optional.empty(), _ -> {}));
    }

    private static Node segments() {
        return sample(
                "Segments, tabs, keys",
                "",
                Boxes.row(
                        0,
                        Choices.segments(
                                "Depth",
                                List.of(
                                        new Choice<>(1, "Sentence"),
                                        new Choice<>(2, "Fields"),
                                        new Choice<>(3, "Bytes")),
                                2,
                                _ -> {})),
                Choices.tabs("Part", List.of(new Choice<>(1, "Overview"), new Choice<>(2, "History")), 1, _ -> {}),
                Boxes.row(4, new KeyCap("Ctrl K"), new KeyCap("J"), new KeyCap("?")));
    }

    private static Node problemBar() {
        return sample(
                "Problem bar",
                "never a modal",
                new Banner(
                        Severity.WARNING,
                        Icon.ALERT,
                        "Endpoint 2 is slow.",
                        "Reading from endpoint 1 alone, so signing waits.",
                        new Link("Details", () -> {})));
    }

    private Node idle() {
        return state("Idle: not asked for yet", new Loadable.Idle<>());
    }

    private Node loading() {
        return state("Loading: after 200 ms", new Loadable.Loading<>());
    }

    private Node empty() {
        return state("Ready, and nothing in it", new Loadable.Ready<>("", BLOCK));
    }

    private Node stale() {
        return state("Stale: content stays", new Loadable.Stale<>("x", OLD_BLOCK, "Neither endpoint answers."));
    }

    private Node failed() {
        return state(
                "Failed: what, why, what to do",
                new Loadable.Failed<>(new Problem(
                        "Could not read the pools.",
                        "The two endpoints disagree on block 182,416. One of them is wrong, so nothing is shown.",
                        "")));
    }

    private Node state(String name, Loadable<String> state) {
        var pane = new StatePane<String>(new SimpleObjectProperty<>(state), now, _ -> content())
                .whenUnasked(new StatePane.Unasked(
                        Icon.DOWNLOAD_CLOUD, "24 months of trades are not loaded.", "Load, about 3 MB", () -> {}))
                .whileLoading(new StatePane.Progress(new SimpleObjectProperty<>("Block 181,200 of 182,416"), () -> {}))
                .whenNothing(
                        String::isEmpty,
                        new StatePane.Nothing(Icon.INBOX, "Nothing waits for you.", "Check now", () -> {}))
                .onRetry(() -> {});
        var card = Card.of(name, Boxes.growing(pane));
        card.setPrefHeight(160);
        card.setMaxHeight(160);
        card.setPrefWidth(270);
        return Boxes.growing(card);
    }

    private static Node content() {
        return new VBox(
                4,
                Boxes.row(
                        8,
                        Words.body("Bridge, capital"),
                        Boxes.spacer(),
                        AmountLabel.of(usdc("12406880100000"), Rounding.HELD)),
                Boxes.row(8, Words.body("Solvency"), Boxes.spacer(), Words.body("103.0 %")));
    }

    private static TokenAmount usdc(String units) {
        return new TokenAmount(new BigInteger(units), 6, "USDC");
    }
}
