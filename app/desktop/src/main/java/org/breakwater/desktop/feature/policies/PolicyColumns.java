package org.breakwater.desktop.feature.policies;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.breakwater.core.policies.ListedPolicy;
import org.breakwater.core.policies.PolicyOrder;
import org.breakwater.core.protocol.PolicyState;
import org.breakwater.core.protocol.SettlementAsset;
import org.breakwater.core.value.BasisPoints;
import org.breakwater.desktop.kit.AddressChip;
import org.breakwater.desktop.kit.Icon;
import org.breakwater.desktop.kit.Tag;
import org.breakwater.desktop.kit.Tone;
import org.breakwater.desktop.kit.WindowBar;
import org.breakwater.desktop.kit.Words;
import org.breakwater.desktop.kit.table.Column;
import org.breakwater.desktop.l10n.Numbers.Rounding;
import org.breakwater.desktop.l10n.Times;
import org.breakwater.desktop.place.PoolName;
import org.breakwater.desktop.place.Surroundings;

/// The columns of the list of policies, with what each is ordered by. Rows are ordered where they are read, so a
/// column's own comparator only says that it can be.
final class PolicyColumns {

    /// In the order of the columns; nothing for one that cannot be ordered by.
    static final List<Optional<PolicyOrder.Key>> KEYS = List.of(
            Optional.of(PolicyOrder.Key.NUMBER),
            Optional.of(PolicyOrder.Key.SUBJECT),
            Optional.of(PolicyOrder.Key.POOL),
            Optional.of(PolicyOrder.Key.HOLDER),
            Optional.of(PolicyOrder.Key.COVER),
            Optional.of(PolicyOrder.Key.RATE),
            Optional.of(PolicyOrder.Key.BOUGHT),
            Optional.of(PolicyOrder.Key.END),
            Optional.of(PolicyOrder.Key.STATE));

    /// The column that is left out first where there is no room: a subject has one pool.
    static final int POOL = 2;

    private PolicyColumns() {}

    static List<Column<ListedPolicy>> of(Surroundings around, Supplier<Instant> time) {
        return List.of(
                Column.<ListedPolicy>muted("Policy", 54, policy -> String.valueOf(policy.id()))
                        .sortedBy(elsewhere()),
                Column.<ListedPolicy>name("Subject", 140, ListedPolicy::subject).growing(),
                Column.words("Pool", 118, policy -> PoolName.inRow(policy.pool())),
                Column.<ListedPolicy>drawn(
                                "Holder",
                                142,
                                policy -> policy.holder().toString(),
                                policy -> AddressChip.byName(around.label(policy.holder())))
                        .sortedBy(elsewhere()),
                Column.<ListedPolicy>amount(
                                "Cover, " + SettlementAsset.SYMBOL,
                                120,
                                Rounding.DUE,
                                policy -> Optional.of(SettlementAsset.amount(policy.cover())))
                        .identified(policy -> "policy-" + policy.id() + "-cover"),
                Column.<ListedPolicy>percent(
                        "Rate / yr", 80, policy -> Optional.of(new BasisPoints(BigInteger.valueOf(policy.rateBps())))),
                Column.<ListedPolicy>drawn(
                                "Window",
                                86,
                                policy -> PolicyWords.date(policy.boughtAt()) + " to "
                                        + PolicyWords.date(policy.graceEnd()),
                                policy -> WindowBar.inRow(
                                        PolicyWords.window(
                                                policy.boughtAt(), policy.start(), policy.end(), policy.graceEnd()),
                                        time.get()))
                        .sortedBy(elsewhere()),
                Column.<ListedPolicy>words("Ends", 106, policy -> Times.date(PolicyWords.instant(policy.end())))
                        .sortedBy(elsewhere()),
                Column.<ListedPolicy>drawn(
                                "Status",
                                108,
                                policy -> PolicyWords.status(policy, time.get()),
                                policy -> status(policy, time.get()))
                        .sortedBy(elsewhere()));
    }

    private static Comparator<ListedPolicy> elsewhere() {
        return Comparator.comparingLong(ListedPolicy::id);
    }

    private static Node status(ListedPolicy policy, Instant now) {
        var words = PolicyWords.status(policy, now);
        if (policy.openClaim() != 0) {
            return new Tag(Tag.Look.ACCENT, Icon.CLAIM, words);
        }
        return switch (policy.state()) {
            case WAITING -> label(Icon.CLOCK, words, Tone.MUTED);
            case ACTIVE -> label(PolicyWords.endsSoon(policy, now) ? Icon.CLOCK : Icon.CHECK, words, Tone.DEFAULT);
            case GRACE -> label(Icon.FILE_TEXT, words, Tone.MUTED);
            case OVERDUE -> label(Icon.ALERT, words, Tone.WARNING);
            case EXPIRED, CANCELLED -> label(Icon.MINUS, words, Tone.MUTED);
            case EXHAUSTED -> label(Icon.PASSED, words, Tone.MUTED);
        };
    }

    private static Label label(Icon icon, String words, Tone tone) {
        var label = tone.on(Words.body(words));
        label.setGraphic(icon.at(Icon.Size.TAG, tone == Tone.DEFAULT ? Tone.MUTED : tone));
        return label;
    }

    /// States of policies that still cover or can still be claimed.
    static final List<PolicyState> NOT_CLOSED =
            List.of(PolicyState.WAITING, PolicyState.ACTIVE, PolicyState.GRACE, PolicyState.OVERDUE);
}
