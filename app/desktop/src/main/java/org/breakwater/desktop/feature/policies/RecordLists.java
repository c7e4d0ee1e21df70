package org.breakwater.desktop.feature.policies;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.breakwater.core.follow.Known;
import org.breakwater.core.projection.view.AccountCoverView;
import org.breakwater.core.projection.view.IntegratorView;
import org.breakwater.core.projection.view.PoolView;
import org.breakwater.core.projection.view.SeriesView;
import org.breakwater.core.projection.view.SubjectView;
import org.breakwater.core.protocol.SeriesState;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.rule.PrepaidBalance;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.TokenAmount;
import org.breakwater.desktop.kit.AddressChip;
import org.breakwater.desktop.kit.AmountLabel;
import org.breakwater.desktop.kit.Boxes;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Link;
import org.breakwater.desktop.kit.SideDetail;
import org.breakwater.desktop.kit.StateStepper;
import org.breakwater.desktop.kit.StateStepper.Progress;
import org.breakwater.desktop.kit.StateStepper.Step;
import org.breakwater.desktop.kit.Tag;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.kit.table.Column;
import org.breakwater.desktop.l10n.Numbers;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.navigation.Place;
import org.breakwater.desktop.navigation.Place.PolicyList;
import org.breakwater.desktop.navigation.Screen;
import org.breakwater.desktop.place.PoolName;
import org.breakwater.desktop.place.SubjectName;
import org.breakwater.desktop.place.Surroundings;

/// Series, account cover and integrators as lists.
public final class RecordLists {

    private static final BigDecimal SCALE = BigDecimal.TEN.pow(18);
    private static final BigDecimal YEAR = BigDecimal.valueOf(365L * 86_400);
    private static final String COMMA = ", " + SettlementAsset.SYMBOL;

    private final Surroundings around;

    private RecordLists(Surroundings around) {
        this.around = around;
    }

    /// @throws IllegalArgumentException for policies, whose list is too long for this
    public static Screen screen(Surroundings around, PolicyList list) {
        var lists = new RecordLists(around);
        return switch (list) {
            case SERIES -> new RecordListScreen<>(around, lists.series());
            case ACCOUNT_COVER -> new RecordListScreen<>(around, lists.accounts());
            case INTEGRATORS -> new RecordListScreen<>(around, lists.integrators());
            case POLICIES -> throw new IllegalArgumentException("policies are listed by PoliciesScreen");
        };
    }

    /// @param time of the block
    private record SeriesRow(SeriesView view, String subject, String pool, Instant time) {}

    private record AccountRow(AccountCoverView view, String subject, String pool) {}

    private record IntegratorRow(IntegratorView view, String subject, String pool, Instant time) {}

    private RecordList<SeriesRow> series() {
        return new RecordList<>(
                PolicyList.SERIES,
                "series",
                "Number, subject",
                known -> {
                    var subjects = subjects(known);
                    var pools = pools(known);
                    return known.view().series().stream()
                            .map(view -> new SeriesRow(
                                    view,
                                    subjects.apply(view.series().subjectId()),
                                    pools.apply(view.series().poolId()),
                                    known.block().time()))
                            .sorted(Comparator.comparing(
                                            (SeriesRow row) -> row.view().seriesId())
                                    .reversed())
                            .toList();
                },
                row -> "series-" + row.view().seriesId(),
                row -> row.view().seriesId() + "\n" + row.subject(),
                List.of(
                        Column.count("Series", 66, row -> Optional.of(row.view().seriesId())),
                        Column.<SeriesRow>name("Subject", 210, SeriesRow::subject)
                                .growing(),
                        Column.<SeriesRow>drawn(
                                        "State",
                                        104,
                                        row -> state(row).words(),
                                        row -> state(row).tag())
                                .sortedBy(Comparator.comparing(
                                        row -> row.view().series().state())),
                        Column.<SeriesRow>percent(
                                "Severity",
                                84,
                                row -> settled(row)
                                        ? Optional.of(bps(row.view().series().severityBps()))
                                        : Optional.empty()),
                        Column.<SeriesRow>count(
                                        "Units sold",
                                        88,
                                        row -> Optional.of(row.view().series().unitsSold()))
                                .identified(row -> "series-" + row.view().seriesId() + "-sold"),
                        amount(
                                "Unit payout" + COMMA,
                                128,
                                row -> row.view().series().unitPayout()),
                        Column.<SeriesRow>amount(
                                "Unit paid",
                                90,
                                Rounding.HELD,
                                row -> settled(row)
                                        ? Optional.of(SettlementAsset.amount(
                                                row.view().series().unitPaid()))
                                        : Optional.empty()),
                        Column.<SeriesRow>words(
                                        "Event ends",
                                        104,
                                        row -> date(row.view().series().eventEnd()))
                                .sortedBy(Comparator.comparingLong(
                                        row -> row.view().series().eventEnd())),
                        Column.<SeriesRow>words(
                                        "Redeem by",
                                        104,
                                        row -> row.view().series().redeemBy() == 0
                                                ? Numbers.MISSING
                                                : date(row.view().series().redeemBy()))
                                .sortedBy(Comparator.comparingLong(
                                        row -> row.view().series().redeemBy()))),
                0,
                List.of(5),
                Icon.FILE_TEXT,
                row -> "Series " + row.view().seriesId() + ", " + row.pool(),
                row -> "Pays " + written(row.view().series().unitPayout()) + " a unit on " + row.subject()
                        + " at full severity",
                this::seriesSections);
    }

    private List<Node> seriesSections(SeriesRow row) {
        var series = row.view().series();
        var settled = settled(row);
        var over = series.state() == SeriesState.OVER;
        var now = row.time().getEpochSecond();
        var steps = List.of(
                new Step(
                        "Sold",
                        "to " + date(series.salesEnd()),
                        now <= series.salesEnd() && !settled ? Progress.NOW : Progress.DONE),
                new Step(
                        "Event",
                        "to " + date(series.eventEnd()),
                        settled || now > series.eventEnd()
                                ? Progress.DONE
                                : now > series.salesEnd() ? Progress.NOW : Progress.AHEAD),
                new Step(
                        "Settled",
                        settled ? Numbers.percent(bps(series.severityBps())) : "",
                        settled ? Progress.DONE : now > series.eventEnd() ? Progress.NOW : Progress.AHEAD),
                new Step(
                        over ? "Over" : "Redeemed",
                        series.redeemBy() == 0 ? "" : "to " + date(series.redeemBy()),
                        over ? Progress.DONE : settled ? Progress.NOW : Progress.AHEAD));
        var units = new ArrayList<Node>(List.of(
                SideDetail.fact(
                        "Units",
                        Words.body(Numbers.count(series.unitsSold()) + " of " + Numbers.count(series.maxUnits())
                                + " sold")),
                SideDetail.fact("Redeemed", Words.body(Numbers.count(series.unitsRedeemed()) + " units")),
                SideDetail.fact("Premium", amount(series.premiumCollected(), Rounding.HELD)),
                SideDetail.fact("At most", amount(series.unitsSold().multiply(series.unitPayout()), Rounding.DUE))));
        if (settled) {
            units.add(SideDetail.fact("Unit paid", amount(series.unitPaid(), Rounding.HELD)));
            units.add(SideDetail.fact(
                    "Due in all", amount(series.unitsSold().multiply(series.unitPaid()), Rounding.DUE)));
        }
        return List.of(
                Boxes.padded(new VBox(StateStepper.stacked(steps)), 0, 5, 12, 5),
                SideDetail.section(units.toArray(Node[]::new)),
                SideDetail.section(
                        SideDetail.fact("Subject", subject(row.subject(), series.subjectId())),
                        SideDetail.fact("Read by", around.chip(series.adapter())),
                        SideDetail.fact("Terms", hash(series.termsHash())),
                        SideDetail.fact("Text", text(series.termsHash()))));
    }

    private RecordList<AccountRow> accounts() {
        return new RecordList<>(
                PolicyList.ACCOUNT_COVER,
                "account covers",
                "Account, subject",
                known -> {
                    var subjects = subjects(known);
                    var pools = pools(known);
                    return known.view().accountCovers().stream()
                            .map(view ->
                                    new AccountRow(view, subjects.apply(view.subjectId()), pools.apply(view.poolId())))
                            .sorted(Comparator.comparing(
                                            (AccountRow row) -> row.view().insured())
                                    .reversed())
                            .toList();
                },
                row -> "cover-" + row.view().coverId().toString(16),
                row -> address(row.view().account()) + "\n" + address(row.view().integrator()) + "\n" + row.subject(),
                List.of(
                        Column.<AccountRow>drawn(
                                        "Account",
                                        160,
                                        row -> row.view().account().toString(),
                                        row -> AddressChip.byName(
                                                around.label(row.view().account())))
                                .sortedBy(Comparator.comparing(row -> row.view().account())),
                        Column.<AccountRow>drawn(
                                        "Integrator",
                                        140,
                                        row -> row.view().integrator().toString(),
                                        row -> AddressChip.byName(
                                                around.label(row.view().integrator())))
                                .sortedBy(Comparator.comparing(row -> row.view().integrator())),
                        Column.<AccountRow>name("Subject", 180, AccountRow::subject)
                                .growing(),
                        amount("Insured" + COMMA, 126, row -> row.view().insured()),
                        amount("Reported", 118, row -> row.view().reported()),
                        amount("Paid", 104, row -> row.view().paid()),
                        Column.<AccountRow>words("Since", 104, row -> since(row.view()))
                                .sortedBy(Comparator.comparingLong(
                                        row -> row.view().since())),
                        Column.<AccountRow>drawn(
                                        "Status",
                                        116,
                                        row -> status(row.view()).words(),
                                        row -> status(row.view()).tag())
                                .sortedBy(Comparator.comparing(
                                        row -> status(row.view()).words()))),
                3,
                List.of(1, 6),
                Icon.USER_CHECK,
                row -> "Account cover, " + row.pool(),
                row -> row.view().insured().signum() == 0
                        ? "Covers nothing on " + row.subject()
                        : "Covers " + written(row.view().insured()) + " on " + row.subject(),
                row -> List.of(
                        SideDetail.section(
                                SideDetail.fact(
                                        "Account", around.chip(row.view().account())),
                                SideDetail.fact(
                                        "Integrator",
                                        new Link(
                                                around.name(row.view().integrator()),
                                                () -> around.router()
                                                        .go(new Place.Integrator(
                                                                row.view().integrator())))),
                                SideDetail.fact(
                                        "Subject",
                                        subject(row.subject(), row.view().subjectId()))),
                        SideDetail.section(
                                SideDetail.fact("Insured", amount(row.view().insured(), Rounding.DUE)),
                                SideDetail.fact("Reported", amount(row.view().reported(), Rounding.HELD)),
                                SideDetail.fact("Paid", amount(row.view().paid(), Rounding.HELD)),
                                SideDetail.fact(
                                        "A year", Words.body(perYear(row.view().ratePerSecond())))),
                        SideDetail.section(
                                SideDetail.fact("Status", status(row.view()).tag()),
                                SideDetail.fact("Since", Words.body(since(row.view()))),
                                SideDetail.fact(
                                        "Ended",
                                        Words.body(
                                                row.view().endedAt() == 0
                                                        ? Numbers.MISSING
                                                        : date(row.view().endedAt()))))));
    }

    private RecordList<IntegratorRow> integrators() {
        return new RecordList<>(
                PolicyList.INTEGRATORS,
                "integrators",
                "Name, address, subject",
                known -> {
                    var subjects = subjects(known);
                    var pools = pools(known);
                    return known.view().integrators().stream()
                            .map(view -> new IntegratorRow(
                                    view,
                                    subjects.apply(view.state().subjectId()),
                                    pools.apply(view.state().poolId()),
                                    known.block().time()))
                            .toList();
                },
                row -> "integrator-" + row.view().integrator(),
                row -> address(row.view().integrator()) + "\n" + row.subject(),
                List.of(
                        Column.<IntegratorRow>drawn(
                                        "Integrator",
                                        170,
                                        row -> row.view().integrator().toString(),
                                        row -> AddressChip.byName(
                                                around.label(row.view().integrator())))
                                .sortedBy(Comparator.comparing(row -> row.view().integrator())),
                        Column.<IntegratorRow>name("Subject", 190, IntegratorRow::subject)
                                .growing(),
                        Column.words("Pool", 124, row -> PoolName.inRow(row.pool())),
                        Column.<IntegratorRow>count(
                                        "Accounts",
                                        84,
                                        row -> Optional.of(
                                                BigInteger.valueOf(row.view().accounts())))
                                .identified(row -> "integrator-" + row.view().integrator() + "-accounts"),
                        amount("Insured" + COMMA, 126, row -> row.view().state().insured()),
                        amount("Prepaid", 110, row -> row.view().state().prepaid()),
                        Column.<IntegratorRow>amount(
                                "Premium a year",
                                118,
                                Rounding.DUE,
                                row -> Optional.of(yearly(row.view().state().ratePerSecond()))),
                        Column.<IntegratorRow>drawn(
                                        "Funded until",
                                        126,
                                        row -> funded(row).words(),
                                        row -> funded(row).tag())
                                .sortedBy(Comparator.comparingLong(
                                        row -> row.view().fundedUntil()))),
                7,
                List.of(2, 3),
                Icon.COUNCIL,
                row -> "Integrator, " + row.pool(),
                row -> around.name(row.view().integrator()) + " covers "
                        + Numbers.count(row.view().accounts()) + " accounts for "
                        + written(row.view().state().insured()),
                row -> List.of(
                        SideDetail.section(
                                new Link(
                                        "Open its page: accounts, history, top up",
                                        () -> around.router()
                                                .go(new Place.Integrator(
                                                        row.view().integrator()))),
                                SideDetail.fact(
                                        "Address", around.chip(row.view().integrator())),
                                SideDetail.fact(
                                        "Subject",
                                        subject(
                                                row.subject(),
                                                row.view().state().subjectId())),
                                SideDetail.fact(
                                        "Enrolment",
                                        Words.body(PolicyWords.of(
                                                row.view().state().enrolment()))),
                                SideDetail.fact(
                                        "Waiting",
                                        Words.body(Times.duration(Duration.ofSeconds(
                                                row.view().state().waiting()))))),
                        SideDetail.section(
                                SideDetail.fact(
                                        "Prepaid", amount(row.view().state().prepaid(), Rounding.HELD)),
                                SideDetail.fact(
                                        "Charged to",
                                        Words.body(date(row.view().state().settledAt()))),
                                SideDetail.fact(
                                        "A year",
                                        Words.body(perYear(row.view().state().ratePerSecond()))),
                                SideDetail.fact("Funded", funded(row).tag())),
                        SideDetail.section(
                                SideDetail.fact(
                                        "What it is", hash(row.view().state().metadataHash())),
                                SideDetail.fact("Text", text(row.view().state().metadataHash())))));
    }

    /// A state as icon and word.
    private record State(Tag.Look look, Icon icon, String words) {
        Tag tag() {
            return new Tag(look, icon, words);
        }
    }

    private static State state(SeriesRow row) {
        var series = row.view().series();
        return switch (series.state()) {
            case OPEN ->
                row.time().getEpochSecond() > series.eventEnd()
                        ? new State(Tag.Look.WARNING, Icon.ALERT, "To settle")
                        : new State(Tag.Look.NEUTRAL, Icon.CLOCK, PolicyWords.of(series.state()));
            case SETTLED -> new State(Tag.Look.ACCENT, Icon.PASSED, PolicyWords.of(series.state()));
            case OVER, NONE -> new State(Tag.Look.DASHED, Icon.MINUS, PolicyWords.of(series.state()));
        };
    }

    private static State status(AccountCoverView view) {
        if (view.insured().signum() == 0) {
            return new State(Tag.Look.DASHED, Icon.MINUS, "Not covered");
        }
        return view.funded()
                ? new State(Tag.Look.NEUTRAL, Icon.CHECK, "Covered")
                : new State(Tag.Look.WARNING, Icon.ALERT, "Not funded");
    }

    private static State funded(IntegratorRow row) {
        var until = row.view().fundedUntil();
        if (!row.view().state().active()) {
            return new State(Tag.Look.DASHED, Icon.MINUS, "closed");
        }
        if (until >= PrepaidBalance.NEVER) {
            return new State(Tag.Look.NEUTRAL, Icon.CLOCK, "nothing runs");
        }
        if (until <= row.time().getEpochSecond()) {
            return new State(Tag.Look.WARNING, Icon.ALERT, until == 0 ? "never funded" : "used up " + date(until));
        }
        return new State(Tag.Look.NEUTRAL, Icon.CHECK, date(until));
    }

    private static boolean settled(SeriesRow row) {
        return row.view().series().state() == SeriesState.SETTLED
                || row.view().series().state() == SeriesState.OVER;
    }

    private static String since(AccountCoverView view) {
        return view.since() == 0 ? Numbers.MISSING : date(view.since());
    }

    private Function<Long, String> subjects(Known known) {
        Map<Long, String> names = known.view().subjects().stream()
                .collect(Collectors.toMap(SubjectView::subjectId, each -> SubjectName.of(each, around.texts())));
        return id -> names.getOrDefault(id, "Subject " + id);
    }

    private static Function<Long, String> pools(Known known) {
        Map<Long, String> names =
                known.view().pools().stream().collect(Collectors.toMap(PoolView::poolId, PoolView::name));
        return id -> names.getOrDefault(id, "Pool " + id);
    }

    private Node subject(String name, long id) {
        return new Link(name, () -> around.router().go(new Place.Subject(id)));
    }

    private String address(Address address) {
        return address + " " + around.name(address);
    }

    private Label text(Hash32 hash) {
        return Words.wrapped(Words.secondary(around.texts().body(hash).orElse("not at hand")));
    }

    private static <R> Column<R> amount(String head, double width, Function<R, BigInteger> units) {
        return Column.amount(head, width, Rounding.HELD, row -> Optional.of(SettlementAsset.amount(units.apply(row))));
    }

    private static AmountLabel amount(BigInteger units, Rounding rounding) {
        return AmountLabel.of(SettlementAsset.amount(units), rounding);
    }

    /// Rounded up, as a due.
    private static TokenAmount yearly(BigInteger ratePerSecond) {
        var units = new BigDecimal(ratePerSecond).multiply(YEAR).divide(SCALE, 0, RoundingMode.UP);
        return SettlementAsset.amount(units.toBigInteger());
    }

    private static String perYear(BigInteger ratePerSecond) {
        return Numbers.amountWithUnit(yearly(ratePerSecond), Rounding.DUE);
    }

    private static Label hash(Hash32 hash) {
        var text = hash.toString();
        var label = Words.mono(text.substring(0, 10) + "…" + text.substring(text.length() - 8));
        label.setTooltip(new Tooltip(text));
        return label;
    }

    private static BasisPoints bps(long value) {
        return BasisPoints.of(value);
    }

    private static String written(BigInteger units) {
        return Numbers.amountWithUnit(SettlementAsset.amount(units), Rounding.DUE);
    }

    private static String date(long seconds) {
        return Times.date(Instant.ofEpochSecond(seconds));
    }
}
